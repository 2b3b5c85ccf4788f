// Sad and disappointed shop customers: training sentences written for this project, ` / ` between them.
export const SAD_ZH = `
好失望啊，等了这么久还是没等到 / 唉，白期待了 / 心都凉了 / 有点难过，本来是给妈妈的生日礼物 / 想哭，最喜欢的杯子碎了 / 太可惜了，就差一件
满心欢喜打开，结果是坏的 / 委屈，明明不是我的错 / 好伤心，陪了我三年的耳机坏了 / 没抢到，呜呜 / 心疼我的钱 / 难受，又错过活动了
真的挺失落的 / 唉算了，就当花钱买教训吧 / 孩子哭了一晚上，因为玩具没到 / 颜色和想象的差好多，有点失望 / 看来这个生日是收不到了 / 哭了，断码了
一点都不像图片，好失望 / 我一个老人家不会弄，没人帮我，心里难受 / 好不容易攒的钱 / 怎么偏偏就我的丢了 / 遗憾，再也买不到这款了 / 沮丧
穿上显得好胖，难过 / 情人节都过了花才到，唉 / 心碎，屏幕一道裂痕 / 感觉被忘记了 / 本来很信任你们的，现在好失望 / 眼泪都要下来了
猫咪不喜欢，白买了，唉 / 没有了吗，好可惜 / 我好倒霉啊 / 奶奶等了好久，结果不能用，看她失望我也难过 / 唉，希望越大失望越大 / 失落，抢了三次都没抢到
好心酸 / 早知道就不买了，后悔 / 我最爱的那家店关门了吗，好难过 / 送给朋友的礼物破了，好丢人好难过 / 无奈，只能退了 / 叹气
这么贵的东西用两天就坏了，心痛 / 一个人过节，连快递都没有 / 订单被取消了，呜呜呜 / 唉，等到花儿都谢了 / 没赶上婚礼，裙子第二天才到，遗憾
我家狗狗走了，买的粮用不上了 / 爷爷去世了，这个按摩椅想退掉 / 好郁闷，怎么买什么坏什么 / 有种被辜负的感觉 / 对你们家真的很失望 / 难过到不想说话
收到空盒子，欲哭无泪 / 等了一个月等来一句没货，心塞 / 闷闷不乐一整天，就因为这个 / 孩子盼了一个月，结果型号不对 / 我是不是不该买 / 悲伤
原来优惠券昨天过期了，好可惜 / 面料好粗糙，没有以前的好了，唉 / 老顾客了，真没想过会变成这样，挺伤心的 / 心里不是滋味 / 泪目，最后一件被别人买走了
相册泡水了，里面都是回忆 / 玩偶的耳朵掉了，孩子抱着哭 / 好惨，第一次网购就这样 / 失恋了，情侣款能退吗 / 唉，我这身材穿什么都不行
本想给自己一个惊喜，现在只剩失落 / 想要的颜色永远没有，难过 / 被拒绝退货了，心灰意冷 / 辛辛苦苦凑的满减，少了一件就没了，心累 / 好累，不想折腾了
疫情回不了家，只能寄点东西，结果还丢了 / 香味变了，不是记忆里的味道了，好失落 / 妈妈说不合脚，白高兴一场 / 惨，预售尾款忘付了 / 可惜了这么好看的包装
我攒了半年的积分没了，想哭 / 遗憾，没能赶上最后一天 / 伤心，这个牌子停产了 / 唉，又要重新等了 / 看着别人都收到了，我的还没影 / 好低落
不怪你们，就是心里难受 / 生病了还要跑快递，好辛苦 / 手链断了，那是他送我的 / 唉，钱包空了货也没了 / 好希望它没坏 / 失望多于生气
蛋糕到了已经化了，女儿很失望 / 打开那一刻心凉半截 / 呜呜，尺码小了穿不上 / 没有惊喜，只有失望 / 挺灰心的 / 真的很受伤 / 一言难尽，心累
孤零零剩我没收到 / 我很想留着，可是真的不合适，可惜 / 降温了羽绒服还没到，冻得想哭 / 为什么受伤的总是我 / 好怀念以前的质量 / 唉，没缘分
唉，又没有我的尺码 / 好心凉 / 伤心了，以后不来了 / 给外婆买的，她没等到就走了 / 只剩难过 / 存了好久的心愿泡汤了 / 好遗憾没早点买 / 有些失望，不过算了
蔫了的花，像我的心情 / 这点钱对你们不算什么，对我是半个月饭钱 / 想退又舍不得，难过 / 唉，没人理我 / 又碎了，我的心也碎了 / 对不起妈妈，礼物没买好 / 有点想哭 / 好失望，跟以前不一样了
可怜的小熊，少了一只眼睛 / 什么都没赶上，唉
`
export const SAD_EN = `
i am so disappointed / i was really looking forward to this / it broke my heart to see it in pieces / sad that it is out of stock again / i feel let down
this was meant for my mum's birthday and it did not come / i could cry / such a shame, i loved this brand / missed the sale again, sigh / oh no, the last one is gone
my daughter cried when the doll arrived without a head / it looks nothing like the picture, quite sad / i had saved for months / i guess i will just send it back, sigh
the dress came a day after the wedding / feeling pretty low about this / i was hoping for better / it is a pity it does not fit / my favourite mug is broken :(
not the same quality as before, makes me sad / i miss the old version / i am gutted / heartbroken, the screen is cracked / my dog passed away, can i return the food
grandpa died last week, we no longer need the chair / it was a gift from my late husband and it got lost / everyone else got theirs, i did not / sigh, wrong colour
what a letdown / i am really upset about losing my points / so sorry to see it discontinued / i feel forgotten / just my luck / i regret buying it
i expected so much more / no luck again :( / he left me, so i would like to return the couple mugs / sadly it is too small / tears in my eyes opening the empty box
i waited a month and then it was cancelled, so sad / disappointed but not angry / it does not smell like i remember / my little boy is devastated
the flowers arrived dead, mum was sad / really unhappy with how it turned out / my heart sank when i opened it / i am crushed / a bit down about it to be honest
unfortunately the ring does not fit her, our proposal is ruined / i wish i had never ordered it / it is sad to see you close the store / all my photos are gone
poor thing arrived shattered / i have no strength left for this / i feel bad about returning it / my old headphones died after three years, sad day
so unlucky, third time sold out / we celebrated without the cake in the end / not what i dreamed of / my coupon expired yesterday, ugh, so sad
i was excited and now i am just sad / christmas came and the present did not / i am at a loss / hopes up for nothing / she was so disappointed with it
crying over a lost parcel, silly me / it meant a lot to me / nothing goes right for me this week / the vase was for my mother's grave and it is chipped
this was my first order and it went wrong, sad / i feel so alone with this problem / it hurts to see it like that / they stopped making my shade, i am so sad
pity, it would have been perfect / my cat hates it, money gone / sad face / i really wanted this one / my savings are gone and nothing came / left me in tears
i used to love this shop / feeling down, the necklace he gave me snapped / no birthday present for my son then / i can't even be angry, just sad
too late now, the party was yesterday / i am so blue about it / it faded after one wash, what a pity / i lost the receipt and the hope / a sad little parcel arrived
somehow i always get the broken one / disheartening / i had such high hopes / sorry to say it is a disappointment / i am sorry to let it go / my baby's blanket is torn
i am hurt that you forgot about me / the quality went downhill, sad to see / never felt so let down / one missing piece and the puzzle is useless, boo
wish i could afford another / i looked forward to it all year / it melted on the way, poor chocolate / guess it was not meant to be / miserable start to the week
i feel miserable / such sad news about the delay / hoping was a mistake / lost my grandma's brooch in the return, i am desperate / the colours are dull and so am i now
unhappy and tired / can't stop crying / it is a real shame about the fabric / i was a loyal customer, it hurts / depressing / alas, too big again
disappointing fit / regretting this purchase / the magic is gone / sad to return it / my poor plants arrived frozen
i feel empty after all that waiting / sadly not for me / it is a sorry sight / nobody remembered my order, sad
`
