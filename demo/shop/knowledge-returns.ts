// Knowledge about sending back, exchanging and repairing.
import { type DemoKnowledge, entry } from './knowledge-entry.ts'
import { policies as p } from './policies.ts'

export const knowledgeOfReturns: readonly DemoKnowledge[] = [
  entry(
    'return-policy',
    'return',
    [
      '退货政策',
      '支持七天无理由退货吗|多少天之内能退|不喜欢可以退吗|退货有什么条件|试穿了还能退吗|退货期限|不合适能退吗|可以退货吗',
      `签收后 ${p.returnDays} 天内可无理由退货：未穿着使用、吊牌完好、不影响再次销售。`,
    ],
    [
      'Returns policy',
      'What is your return policy?|How many days do I have to return?|Can I return something I do not like?|return window|can I return worn shoes|is it possible to send things back|are returns allowed|return conditions',
      `You can return anything within ${p.returnDays} days of receiving it, unworn, with tags and fit to sell again. No reason needed.`,
    ],
  ),
  entry(
    'return-how',
    'return',
    [
      '怎么申请退货',
      '怎么退货|退货流程|退货在哪里申请|退货地址是什么|我要退货|申请退货怎么操作|退货寄到哪里',
      '打开“我的订单—申请售后—退货”，审核通过后会显示退货地址并可预约上门取件。',
    ],
    [
      'How to return',
      'How can I return an item?|steps for a return|where do I send my return|start a return|return address|I want to return my shoes|how does a return work|return label|how do I return an order|how do I make a return|how to send something back',
      'Open “My orders – After-sales – Return”. Once approved you will see the return address and can book a pick-up.',
    ],
  ),
  entry(
    'return-shipping',
    'return',
    [
      '退货运费',
      '退货邮费谁承担|退货要自己出运费吗|有运费险吗|退回去的快递费谁付|退换货运费',
      '质量问题或发错货由我们承担运费；其他原因由买家承担，金卡会员免退货运费。',
    ],
    [
      'Return postage',
      'Who pays for return shipping?|Are returns free?|return postage|do I have to pay to send it back|cost of returning',
      'We pay when the goods are faulty or wrong. Otherwise the buyer pays; gold members return free of charge.',
    ],
  ),
  entry(
    'non-returnable',
    'return',
    [
      '哪些商品不能退',
      '什么东西不能退货|袜子能退吗|运动内衣可以退吗|贴身衣物退换|定制的能退吗|拆封了还能退吗',
      '拆封的内衣、袜子等贴身商品，以及定制商品不支持无理由退货；有质量问题仍然可以退。',
    ],
    [
      'What cannot be returned',
      'Which items cannot be returned?|Can I return a sports bra?|Can socks be returned?|return underwear|are custom items returnable',
      'Opened underwear, sports bras and socks, and custom items cannot be returned without a fault. Faulty goods can always be returned.',
    ],
  ),
  entry(
    'exchange',
    'exchange',
    [
      '换货与换尺码',
      '可以换货吗|尺码不合适怎么换|想换个颜色|衣服大了换小一号|换码要钱吗|怎么换货|鞋小了能换吗|买大了换一个',
      `签收后 ${p.returnDays} 天内可换货：“我的订单—申请售后—换货”，选好新的尺码或颜色。首次换码免运费。`,
    ],
    [
      'Exchanges',
      'Can I exchange for another size?|It is too small, can I change it?|exchange for a different colour|how do I exchange|swap size|it does not fit, can I get a bigger one|size exchange',
      `You can exchange within ${p.returnDays} days under “My orders – After-sales – Exchange”. Choose the new size or colour; the first size exchange is free.`,
    ],
  ),
  entry(
    'refund-time',
    'refund-time',
    [
      '退款多久到账',
      '退款几天到|钱什么时候退给我|退款要多久|退款退到哪里|原路退回吗|退货后多久退钱',
      `仓库收到退货后 ${p.refundWorkingDays} 个工作日内退款，原路退回；银行卡可能还需 3–7 个工作日入账。`,
    ],
    [
      'How long refunds take',
      'How long do refunds take?|When will I be refunded?|refund time|how is the refund paid|do I get the refund on my card|how soon is money returned after a return|when do I get my money back',
      `We refund within ${p.refundWorkingDays} working days of receiving the return, the way you paid. Bank cards may take another 3–7 working days.`,
    ],
  ),
  entry(
    'damaged',
    'warranty',
    [
      '收到破损或少件',
      '收到的东西坏了|衣服有破洞|包裹破损|少发了一件|漏发怎么办|有质量问题怎么处理|收到有污渍',
      '请在签收后 48 小时内发来照片并回复“人工”，我们核实后补发、换货或退款，运费由我们承担。',
    ],
    [
      'Damaged or missing items',
      'My item arrived damaged|There is a hole in the shirt|something is missing from the package|the zipper is broken on arrival|defective product|item arrived with a stain',
      'Please send a photo within 48 hours of delivery and reply “agent”. After checking we send it again, exchange or refund, at our cost.',
    ],
  ),
  entry(
    'wrong-item',
    'warranty',
    [
      '发错货',
      '发错颜色了|收到的不是我买的|发错货怎么办|尺码发错了|和我买的不一样',
      '很抱歉发错了！请发来照片并回复“人工”，我们免费换货，运费由我们承担。',
    ],
    [
      'Wrong item received',
      'You sent me the wrong item|I got a different colour than I ordered|wrong product in the box|this is not what I bought',
      'We are sorry! Send a photo and reply “agent”; we exchange it free of charge.',
    ],
  ),
  entry(
    'warranty',
    'warranty',
    [
      '质保与维修',
      '质保多久|坏了能修吗|保修期多长时间|手表保修吗|包的拉链坏了保修吗|鞋子开胶怎么办|有售后维修吗',
      `鞋类开胶断底质保 ${p.warrantyDays.shoes} 天，包的拉链和肩带质保 ${p.warrantyDays.bags} 天，运动手表质保一年。`,
    ],
    [
      'Warranty and repair',
      'Is there a warranty?|How long is the guarantee?|My soles came off|is the backpack zip covered|watch guarantee|can you repair my shoes|warranty period',
      `Shoes are covered for ${p.warrantyDays.shoes} days against loose or broken soles, bag zips and straps for ${p.warrantyDays.bags} days, and the sports watch for one year.`,
    ],
  ),
  entry(
    'price-protection',
    'price',
    [
      '价格保护',
      '刚买就降价了|可以补差价吗|买贵了怎么办|价保多久|降价退差价',
      `付款后 ${p.priceProtectionDays} 天内同款降价，可在“我的订单—申请价保”退差价。`,
    ],
    [
      'Price protection',
      'The price dropped after I bought it|do you refund the difference|price match|price adjustment|it is cheaper now than what I paid',
      `If the same item gets cheaper within ${p.priceProtectionDays} days of payment, claim the difference under “My orders – Price protection”.`,
    ],
  ),
]
