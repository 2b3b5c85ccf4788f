// What the demo shop's agents type with a slash: the same twelve situations in both languages.
import { policies } from './policies.ts'

interface Wording {
  readonly shortcut: string
  readonly title: string
  readonly text: string
}
export interface DemoReply {
  readonly zh: Wording
  readonly en: Wording
}

const { refundWorkingDays, returnDays, dispatchCutOff, deliveryDays, remoteDeliveryDays, priceProtectionDays } =
  policies

export const cannedReplies: readonly DemoReply[] = [
  {
    zh: {
      shortcut: '你好',
      title: '开场问候',
      text: '{{customer.name}}，您好！我是{{shop.name}}的{{agent.name}}，前面的聊天我已经看过了，接下来由我跟进。',
    },
    en: {
      shortcut: 'hi',
      title: 'Greeting',
      text: 'Hello {{customer.name}}, this is {{agent.name}} from {{shop.name}}. I have read the chat so far and will take it from here.',
    },
  },
  {
    zh: { shortcut: '查单', title: '正在查订单', text: '请稍等，我正在看订单 {{order.no}} 的情况，两分钟内回复您。' },
    en: {
      shortcut: 'checking',
      title: 'Looking at the order',
      text: 'One moment please: I am looking at order {{order.no}} and will be back within two minutes.',
    },
  },
  {
    zh: { shortcut: '单号', title: '请提供订单号', text: '麻烦您发一下订单号，在“我的订单”里能看到，以 BL 开头。' },
    en: {
      shortcut: 'orderno',
      title: 'Ask for the order number',
      text: 'Could you send me the order number, please? You find it under “My orders”; it begins with BL.',
    },
  },
  {
    zh: {
      shortcut: '进度',
      title: '告知订单状态',
      text: '您的订单 {{order.no}} 目前是“{{order.status}}”。一有变化我马上告诉您。',
    },
    en: {
      shortcut: 'status',
      title: 'Tell the order’s status',
      text: 'Your order {{order.no}} is now “{{order.status}}”. I will tell you as soon as that changes.',
    },
  },
  {
    zh: {
      shortcut: '照片',
      title: '请拍照片',
      text: '为了尽快处理，请拍两张照片给我：一张看得到整体，一张靠近有问题的地方。吊牌还在的话也请一起拍上。',
    },
    en: {
      shortcut: 'photo',
      title: 'Ask for photos',
      text: 'To sort this out quickly, please send two photos: one of the whole item and one close to the fault. Include the tag if it is still on.',
    },
  },
  {
    zh: {
      shortcut: '退款',
      title: '退款时间',
      text: `仓库收到退货后 ${refundWorkingDays} 个工作日内，款项会原路退回；银行卡入账可能还要再等几天。`,
    },
    en: {
      shortcut: 'refund',
      title: 'When the refund arrives',
      text: `Within ${refundWorkingDays} working days of the return reaching us, the money goes back the way you paid. A bank card may take a few days more to show it.`,
    },
  },
  {
    zh: {
      shortcut: '退货',
      title: '怎么退货',
      text: `签收后 ${returnDays} 天内，未穿着、吊牌完好都可以退。请在“我的订单—申请售后—退货”提交，审核通过后可以预约上门取件。`,
    },
    en: {
      shortcut: 'return',
      title: 'How to return',
      text: `You can return unworn items with their tags within ${returnDays} days of delivery. Ask for it under “My orders – After-sales – Return”; once it is approved you can book a collection.`,
    },
  },
  {
    zh: {
      shortcut: '发货',
      title: '发货与送达',
      text: `${dispatchCutOff} 前付款的订单当天发出，一般 ${deliveryDays} 天送到，偏远地区 ${remoteDeliveryDays} 天。`,
    },
    en: {
      shortcut: 'delivery',
      title: 'Dispatch and delivery',
      text: `Orders paid before ${dispatchCutOff} leave the same day and usually arrive in ${deliveryDays} days, in remote areas in ${remoteDeliveryDays}.`,
    },
  },
  {
    zh: {
      shortcut: '价保',
      title: '价格保护',
      text: `付款后 ${priceProtectionDays} 天内同款降价，可以退差价。我这边帮您申请，差价会原路退回。`,
    },
    en: {
      shortcut: 'price',
      title: 'Price protection',
      text: `If the same item gets cheaper within ${priceProtectionDays} days of payment, we refund the difference. I am applying for it now; it goes back the way you paid.`,
    },
  },
  {
    zh: {
      shortcut: '抱歉',
      title: '致歉',
      text: '给您添麻烦了，真的很抱歉。这件事我会跟到底，有结果第一时间联系您。',
    },
    en: {
      shortcut: 'sorry',
      title: 'Apology',
      text: 'I am sorry for the trouble this has caused you. I will see it through myself and come back to you as soon as there is news.',
    },
  },
  {
    zh: { shortcut: '在吗', title: '久未回复', text: '您还在吗？我先把对话留在这里，您随时回来接着说就行。' },
    en: {
      shortcut: 'still',
      title: 'No answer for a while',
      text: 'Are you still there? I will keep this open: just write when you are back and we go on from here.',
    },
  },
  {
    zh: {
      shortcut: '再见',
      title: '结束语',
      text: '问题解决了就好，感谢您选择{{shop.name}}。之后有需要，直接在这里找我们。',
    },
    en: {
      shortcut: 'bye',
      title: 'Closing',
      text: 'Glad that is sorted. Thank you for choosing {{shop.name}}; whenever you need us again, just write here.',
    },
  },
]
