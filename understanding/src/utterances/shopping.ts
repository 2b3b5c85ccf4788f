// How customers ask about goods and the shop's terms: training words of our own. Separated by `|`.
import type { Utterances } from './utterances.ts'

export const shoppingUtterances: Utterances = {
  'shipping-fee': {
    zh: '运费多少|邮费怎么算|包邮吗|满多少包邮|快递费多少钱|要不要运费|邮费贵吗|西藏运费|免运费吗|多少钱才包邮|运费谁出|快递费怎么收|有没有运费|寄费多少|顺丰要加钱吗',
    en: 'shipping cost|how much is delivery|is shipping free|free shipping|delivery fee|postage|what do you charge for shipping|shipping fee|do i pay for delivery|cost of shipping|delivery charge|free delivery threshold|how much to ship|shipping rates|is delivery free over some amount',
  },
  'delivery-time': {
    zh: '多久能到货|发货要几天|几天到|买了几天能收到|多长时间送到|快递要几天|现在下单什么时候到|当天发货吗|多久发货|到北京要几天|能寄国外吗|配送时间|发什么快递|送货上门吗|周末送货吗',
    en: 'delivery time|how long does shipping take|how many days for delivery|how fast is shipping|if i order today when will it come|do you ship the same day|shipping duration|do you deliver abroad|ship to canada|international shipping|when do you ship|which courier do you use|do you deliver on weekends|average delivery time|how soon can i get it',
  },
  'size-advice': {
    zh: '穿什么码|我该买多大|选什么尺码|尺码怎么选|身高175体重70穿几码|推荐个尺码|多大码合适|我穿L还是XL|脚长25厘米穿多大鞋|偏大还是偏小|尺码表|我160斤穿什么号|帮我选尺码|平时穿M要买多大|鞋码怎么选|体重60公斤穿多大的',
    en: 'what size should i get|which size fits me|size guide|size chart|what size am i|i am 175 cm and 70 kg|help me choose a size|does it run small|does it run large|true to size|should i take m or l|size recommendation|my foot is 26 cm|what shoe size do i need|sizing help|i weigh 60 kg which size',
  },
  stock: {
    zh: '有货吗|还有没有货|有现货吗|M码还有吗|黑色有吗|库存多少|还剩几件|缺货了吗|什么时候补货|白色42码有没有|这款断码了吗|没货了吗|能买到吗|L码有库存吗|蓝色还有吗',
    en: 'is it in stock|do you have this in stock|in stock|is the black one available|do you have size m|any left|how many are left|is it sold out|when will it be back in stock|available in white|do you have it in blue|stock of the hoodie|is this available|got any in size 40|have you got the large',
  },
  price: {
    zh: '多少钱|这个什么价|价格是多少|卖多少钱|这件多少|跑鞋价格|卫衣多少钱一件|怎么卖|啥价格|贵不贵|这款现在什么价钱|请问售价|报个价|几块钱|价位多少',
    en: 'how much is it|what is the price|price|how much does it cost|cost of the jacket|how much are the shoes|what does it cost|price of the hoodie|how expensive is it|tell me the price|whats the price of the bag|how much for the dress|current price|what do the socks cost|pricing',
  },
  coupon: {
    zh: '有优惠券吗|优惠码|怎么领券|有折扣吗|优惠券怎么用|券用不了|有什么活动|便宜点|能打折吗|新人优惠|优惠券过期了|满减怎么算|首单立减|有没有红包|打几折',
    en: 'coupon|discount code|do you have any discounts|promo code|voucher|my coupon does not work|how to use a coupon|any sale on|first order discount|is there a discount for new customers|code rejected|apply promo|can you give me a discount|any offers|student discount',
  },
  invoice: {
    zh: '开发票|怎么开发票|要发票|电子发票|增值税专用发票|发票抬头|发票什么时候开|补开发票|发票在哪里下载|可以开公司抬头吗|我需要报销发票|专票|普票|发票开错了|没有收到发票',
    en: 'invoice|i need an invoice|vat invoice|receipt|send me the invoice|how to get a receipt|company invoice|download invoice|tax invoice|change invoice name|invoice for my order|fapiao|billing document|i did not get an invoice|can i have a receipt for expenses',
  },
  hours: {
    zh: '营业时间|几点上班|几点下班|客服在线时间|周末上班吗|人工客服什么时候在|什么时候有人|你们几点开门|工作时间|晚上几点关|节假日休息吗|客服到几点|早上几点开始|人工服务几点到几点|门店几点关门',
    en: 'opening hours|business hours|when are you open|what time do you close|are you open on weekends|customer service hours|working hours|what time does support start|open today|when do agents work|hours of operation|are you open now|closing time|until when can i call|are you available at night',
  },
  payment: {
    zh: '怎么付款|支付方式|能用支付宝吗|可以微信支付吗|信用卡能付吗|分期付款|支持花呗吗|货到付款|付不了款|支付失败|可以刷卡吗|银联可以吗|能不能先用后付|付款出错|支持哪些支付',
    en: 'payment methods|how can i pay|do you accept credit cards|can i use paypal|apple pay|pay by card|alipay|installments|pay later|cash on delivery|payment failed|my card was declined|do you take mastercard|ways to pay|can i pay monthly',
  },
  warranty: {
    zh: '质保多久|保修吗|坏了怎么办|有质量问题|可以维修吗|拉链坏了|收到破的|鞋底掉了|保修期|售后维修|发错货了|收到的是坏的|少发了一件|有破洞|手表不走了',
    en: 'warranty|guarantee|is it under warranty|it broke|item is defective|repair|broken zipper|arrived damaged|sole came off|you sent the wrong item|faulty product|something is missing in the box|how long is the guarantee|my watch stopped working|there is a hole in it',
  },
}
