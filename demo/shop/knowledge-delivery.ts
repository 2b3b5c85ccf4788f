// Knowledge about sending and receiving.
import { type DemoKnowledge, entry } from './knowledge-entry.ts'
import { policies as p, yuan } from './policies.ts'

export const knowledgeOfDelivery: readonly DemoKnowledge[] = [
  entry(
    'shipping-fee',
    'shipping-fee',
    [
      '运费与包邮',
      '运费是多少|多少钱包邮|满多少包邮|邮费怎么算|快递费要多少钱|你们家包邮吗|偏远地区运费|新疆西藏包邮吗|邮费贵不贵|不包邮吗',
      `中国大陆订单满 ${yuan(p.freeShippingFrom)} 包邮，不满收 ${yuan(p.shippingFee)}；新疆、西藏等偏远地区运费 ${yuan(p.remoteShippingFee)}。次日达另加 ${yuan(p.nextDayFee)}。`,
    ],
    [
      'Shipping fees',
      'What does shipping cost?|Is shipping free?|How much do you charge for delivery?|Free delivery from what amount?|delivery fee|postage cost|shipping price to Xinjiang or Tibet|do I pay for shipping',
      `Within mainland China shipping is free from ${yuan(p.freeShippingFrom)}; below that it is ${yuan(p.shippingFee)}. Remote areas such as Xinjiang and Tibet cost ${yuan(p.remoteShippingFee)}. Next-day delivery adds ${yuan(p.nextDayFee)}.`,
    ],
  ),
  entry(
    'delivery-time',
    'delivery-time',
    [
      '多久送到',
      '几天能到货|快递一般要几天|买了之后多长时间收到|到货时间|大概什么时候能送到|配送要多久|寄到北京要几天|发货后几天到|下单之后几天能收到',
      `付款后一般 ${p.deliveryDays} 天送到，偏远地区 ${p.remoteDeliveryDays} 天。`,
    ],
    [
      'Delivery time',
      'How many days until it arrives?|What is your delivery time?|How fast do you deliver?|when would I receive it if I order now|shipping time|how long to arrive in Beijing|delivery estimate|how long does delivery to Guangzhou take|how long is shipping',
      `Orders usually arrive ${p.deliveryDays} days after payment, ${p.remoteDeliveryDays} days in remote areas.`,
    ],
  ),
  entry(
    'dispatch-time',
    'delivery-time',
    [
      '什么时候发货',
      '当天发货吗|下单后什么时候发货|多久发货|几点前下单当天发|今天付款什么时候寄出|现在买今天发吗',
      `每天 ${p.dispatchCutOff} 前付款的订单当天发货，之后的次日发货。预售商品以商品页的发货日期为准。`,
    ],
    [
      'When we dispatch',
      'Do you ship the same day?|When do you dispatch orders?|If I order today will it ship today?|cut-off time for same day dispatch|how soon do you send orders out',
      `Orders paid before ${p.dispatchCutOff} leave our warehouse the same day, later ones the next day. Pre-orders ship on the date on the product page.`,
    ],
  ),
  entry(
    'overseas',
    'delivery-time',
    [
      '海外与港澳台配送',
      '可以寄到国外吗|发海外吗|香港能寄吗|台湾澳门能发货吗|能寄到新加坡吗|国际运费',
      `可以寄往港澳台（${yuan(p.hongKongFee)}，5–8 天）以及新加坡、马来西亚（${yuan(p.singaporeFee)}，7–12 天）。其他国家暂不支持。`,
    ],
    [
      'Delivery abroad',
      'Do you ship internationally?|Can you deliver to Hong Kong?|shipping to Malaysia|Do you send parcels overseas?|international delivery cost|which countries do you ship to|do you deliver abroad',
      `We ship to Hong Kong, Macao and Taiwan (${yuan(p.hongKongFee)}, 5–8 days) and to Singapore and Malaysia (${yuan(p.singaporeFee)}, 7–12 days). Other countries are not served yet.`,
    ],
  ),
  entry(
    'carrier',
    'delivery-time',
    [
      '用什么快递',
      '发什么快递|是顺丰吗|可以指定快递吗|能发顺丰吗|走哪家物流公司',
      '默认发中通快递；金卡会员和冲锋衣、羽绒服等高价商品发顺丰。暂时不能自选快递公司。',
    ],
    [
      'Which carrier we use',
      'Which courier do you use?|Can I choose the carrier?|Do you ship with SF Express?|what delivery company',
      'We ship with ZTO Express by default; gold members and high-value items such as jackets go with SF Express. The carrier cannot be chosen.',
    ],
  ),
  entry(
    'tracking-stuck',
    'delivery-time',
    [
      '物流不更新',
      '物流一直不动|快递信息好几天没更新|物流卡住了|物流停了怎么回事',
      '物流信息超过 48 小时没有更新时，请回复“人工”，我们会向快递公司查件；确认丢件后免费补发或全额退款。',
    ],
    [
      'Tracking does not move',
      'My tracking has not updated for days|tracking is stuck|The parcel has not moved|tracking info never changes',
      'If tracking has not moved for 48 hours, reply “agent” and we will ask the carrier to search. A lost parcel is sent again free or refunded in full.',
    ],
  ),
  entry(
    'signed-not-received',
    'delivery-time',
    [
      '显示签收但没收到',
      '显示已签收可我没收到|没收到货却签收了|快递被别人签收|说送到了但是没有',
      '请先看看驿站、快递柜和门卫处。仍找不到请在签收后 7 天内回复“人工”，我们会与快递核实并负责到底。',
    ],
    [
      'Marked delivered but not received',
      'It says delivered but I have nothing|Parcel marked as delivered, not here|package shows delivered never got it|someone else signed for my parcel',
      'Please check the pick-up point, parcel locker and reception first. If it is not there, reply “agent” within 7 days and we will sort it out with the carrier.',
    ],
  ),
  entry(
    'split-parcels',
    'delivery-time',
    [
      '一单分几个包裹',
      '为什么分开发货|订单拆成两个包裹|少了一件是不是分开寄|怎么不是一起发',
      '商品在不同仓库时会分包裹寄出，各有各的单号，不另收运费。',
    ],
    [
      'Several parcels for one order',
      'Why did my order come in two packages?|Is my order split?|only part of my order arrived|separate shipments',
      'Items in different warehouses travel in separate parcels with their own tracking numbers, at no extra cost.',
    ],
  ),
  entry(
    'change-address',
    'change-address',
    [
      '修改收货地址',
      '怎么改收货地址|地址写错了怎么改|能换个地址吗|改一下收件人电话|收货地址可以修改吗|电话号码留错了',
      '未发货的订单可在“我的订单—修改地址”自助改一次；已发货的请联系快递员改派，或回复“人工”。',
    ],
    [
      'Change the delivery address',
      'How do I change my address?|I entered the wrong address|update shipping address|can you send it to a different address|wrong phone number on my order|edit my delivery details',
      'Before dispatch you can change the address once under “My orders – Change address”. After dispatch ask the courier to redirect it, or reply “agent”.',
    ],
  ),
  entry(
    'cancel-order',
    'cancel-order',
    [
      '取消订单',
      '怎么取消订单|订单能取消吗|我想取消|拍错了不要了|不想买了可以退单吗|付款了还能取消吗|下错单了',
      '未发货的订单可在“我的订单—取消订单”直接取消，款项原路退回；已发货的可以拒收，或收到后申请退货。',
    ],
    [
      'Cancel an order',
      'How do I cancel my order?|Can I cancel after paying?|I ordered by mistake|please cancel it|I no longer want my order|stop my order before it ships',
      'An order that has not been dispatched can be cancelled under “My orders – Cancel”; the money goes back the way you paid. After dispatch, refuse the parcel or return it.',
    ],
  ),
  entry(
    'pickup-point',
    'delivery-time',
    [
      '送货上门与自提',
      '能送货上门吗|可以放快递柜吗|可以自提吗|周末送货吗|别放驿站',
      '快递默认送货上门，周末照常派送。想放快递柜或驿站，请与快递员联系。门店暂不支持自提。',
    ],
    [
      'Door delivery and pick-up',
      'Do you deliver on weekends?|Can it go to a parcel locker?|Can I pick it up at the store?|deliver to my door|saturday delivery',
      'Parcels are delivered to the door, weekends included. To use a locker or pick-up point, tell the courier. Store pick-up is not offered yet.',
    ],
  ),
]
