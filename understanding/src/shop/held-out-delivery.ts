// Sentences about orders and delivery that are for measuring only: no model is trained on them.
import type { Sayings } from './sayings.ts'

export const heldOutDelivery: Sayings = {
  'order-where': {
    zh: [
      '包裹卡哪儿了，好几天位置没变',
      '能告诉我货车开到哪个省了吗',
      '我的东西究竟运到何处了',
      '物流信息一动不动 人呢',
      '那箱牛奶在路上了没 看看走到哪',
    ],
    en: [
      'whats the latest scan on my shipment',
      "parcel seems frozen in Ohio, where's it now",
      'have u any clue where the jacket i ordered is travelling',
      'Could you trace my delivery for me',
      'no movement on tracking for 5 days',
    ],
  },
  'tracking-number': {
    zh: [
      '运单号呢 发一个',
      '把快递的那串编号给我',
      '想自己跟踪 但我没有号码',
      '换的那双新鞋的快递单号多少',
      '哪个快递送的 号发过来',
    ],
    en: [
      "i need the number to track it on the carrier's site",
      'can you text me the shipment code',
      'which delivery firm and number is it',
      'tracking # for the second box?',
      'never received any tracking info',
    ],
  },
  'order-status': {
    zh: [
      '单子受理了没有',
      '我的那份出库了吗',
      '查查昨晚那笔有没有下单成功',
      '显示未发货是不是还没备好',
      '看看现在订单走到哪个流程',
    ],
    en: [
      'is my order packed yet',
      'did you receive the order I placed last night',
      'has the lamp gone out already',
      'current state of order BL209911?',
      'I got no confirmation, was it placed',
    ],
  },
  'order-eta': {
    zh: ['我买的东西哪天能拿到', '预计啥时送到家', '请问我的包裹几号抵达', '周三能送过来不', '快递大约几点上门'],
    en: [
      'what day should i expect my shoes',
      'will the package make it by friday',
      'delivery time for my order today?',
      'is it arriving before noon',
      'how many days left till I have it',
    ],
  },
  hurry: {
    zh: ['能快一点吗 我真的等不起', '赶紧的！出货！', '麻烦帮忙加快处理 孩子明天要用', '催单催单', '跟快递催一催行不'],
    en: [
      "can it go out faster, it's urgent",
      'please push the courier to hurry',
      'quick quick I need this tonight',
      'stop dragging your feet and ship',
      'any way you could accelerate my delivery',
    ],
  },
  'cancel-order': {
    zh: [
      '把刚才买的取消了吧',
      '我后悔了 这单作废',
      '不买了怎么操作',
      '麻烦撤掉我昨天的订单',
      '还没寄就别寄了，不需要了',
    ],
    en: [
      'kindly cancel what I ordered today',
      'i dont need the item any longer, scrap it',
      'how can an order be withdrawn',
      'stop my purchase before it ships',
      'bought by mistake pls cancel',
    ],
  },
  'change-address': {
    zh: [
      '收件地址要变一下',
      '寄错地方了 我填的是旧住址',
      '能帮我把电话改一改吗 快递联系不上',
      '换个地点收货行吗',
      '收货人写错名字了',
    ],
    en: [
      'please ship to a different address',
      'i entered my previous house number',
      'update where it should be delivered',
      'recipient phone is wrong on my parcel',
      'could it go to my work address rather than home',
    ],
  },
  'change-order': {
    zh: [
      '麻烦把蓝的改为绿的再发',
      '再给我多加两袋一起寄',
      '拍成S了，其实要L，没发货能改吧',
      '两个订单并一起',
      '我要调整下数量',
    ],
    en: [
      'make it blue rather than green before dispatch',
      'add another pair to my existing order',
      'can I change quantity from one to three',
      'put both my purchases into one shipment',
      'i selected small but meant large, not sent yet right',
    ],
  },
  'delivery-date': {
    zh: ['下周二再给我送', '最近出门在外，过几天再发', '可不可以约个时间送来', '请安排周日派件', '晚上才有人 别白天送'],
    en: [
      'could you deliver it next tuesday instead',
      "I'm travelling, ship it a week later",
      'let me choose the delivery slot',
      'only sunday works for me to receive it',
      'hold the package until 25th',
    ],
  },
  'delivery-time': {
    zh: [
      '下单后几天可以收到',
      '你家从下单到送达大概多久',
      '到云南得几天呢',
      '现在买后天有希望到吗',
      '今天付款今天发吗',
    ],
    en: [
      'if I purchase today, when would it typically reach me',
      'how fast do you deliver to Florida',
      'do orders go out the same day',
      'normal shipping time?',
      'how many days from order to door',
    ],
  },
  'express-choice': {
    zh: ['给我用顺丰行吗', '快递默认发什么', '千万别发邮政', '想换成京东快递', '你们跟哪几家快递合作'],
    en: [
      'which carrier will bring it',
      'I want UPS not USPS',
      'could you send via dhl',
      'who do you use for shipping',
      'dont send it by hermes please',
    ],
  },
  'shipping-fee': {
    zh: ['快递费要几块', '邮费怎么收取', '运到新疆贵不贵', '结账多收了十块邮费是啥', '发个顺丰得加多少钱'],
    en: [
      'what does delivery cost',
      'postage for one t-shirt?',
      'how much extra for express',
      'shipping price to Canada please',
      'why was I charged for delivery',
    ],
  },
  'free-shipping': {
    zh: ['到多少钱可以包邮', '这个免运费不', '差五块包邮能直接包吗', '所有东西都包邮的吗', '两件包邮？'],
    en: [
      'what amount gets me free shipping',
      'is delivery free on this item',
      'almost at the free shipping minimum, can you waive it',
      'do you ship for free',
      'free delivery for orders above what',
    ],
  },
  'cross-border': {
    zh: ['海外可以买吗 我人在澳洲', '要我交关税是怎么回事', '能寄到日本不', '海关扣了我的包裹', '买进口的会被收税么'],
    en: [
      'can I order from Australia',
      'customs fees on top?',
      'do you send to Japan',
      'my package is held by customs',
      'international delivery taxes',
    ],
  },
  'parcel-lost': {
    zh: [
      '说签收了 我压根没拿到',
      '包裹被别人领走了吧',
      '快递不见了怎么办',
      '物流写已投递 门口啥也没有',
      '件丢了 给我补一份',
    ],
    en: [
      'tracking says delivered, I never received it',
      'I think my parcel has been stolen',
      'package lost by courier',
      'it shows as handed over but there is nothing here',
      "the delivery never reached me though it's marked complete",
    ],
  },
  'parcel-damaged': {
    zh: ['打开发现都碎了', '盒子被压烂 东西坏了', '路上摔坏了 给个说法', '瓶子漏了一箱子', '到手就是裂的 快递搞的'],
    en: [
      'arrived broken in the box',
      'the package got crushed in transit',
      'everything was shattered upon opening',
      'bottle leaked during shipping',
      'delivered with dents all over',
    ],
  },
  'wrong-item': {
    zh: ['寄来的不是我要的', '颜色发错咯', '我下单黑的你给我白的', '拿到的是别人的东西', '款式跟我买的不一样 发错了吧'],
    en: [
      'I got the wrong product',
      'you shipped white but I ordered black',
      "this parcel contains someone else's things",
      'wrong size was sent',
      'not what I ordered at all',
    ],
  },
  'missing-item': {
    zh: ['盒子里少东西', '还有一个没给我寄', '缺了配件', '数量不够 少两包', '赠品漏发了'],
    en: [
      "something's missing from my box",
      'only one of the two items came',
      'parts are missing',
      "the gift wasn't in the parcel",
      'you forgot the cable',
    ],
  },
}
