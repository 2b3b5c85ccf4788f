// Sentences about paying, the shop and talk that are for measuring only: no model is trained on them.
import type { Sayings } from './sayings.ts'

export const heldOutShop: Sayings = {
  payment: {
    zh: ['支持什么付款', '微信支付行不行', '可以刷信用卡吗', '怎么给你们付钱', '能银行转账么'],
    en: [
      'what payment methods do you take',
      'can I pay by credit card',
      'do you accept paypal',
      'how do I pay you',
      'is bank transfer fine',
    ],
  },
  'payment-failed': {
    zh: ['付钱付不出去', '一直支付不成功', '扣款了却说没付', '卡刷不过', '付款页面打不开'],
    en: [
      "my payment won't go through",
      'card keeps getting rejected',
      'payment error at checkout',
      'money was deducted but order shows unpaid',
      "I'm unable to pay",
    ],
  },
  'paid-twice': {
    zh: ['付了两回', '重复扣钱了', '扣多了我的钱', '银行卡被扣两笔', '同一单收了双份钱'],
    en: [
      'I was charged two times',
      'you billed me twice',
      'double charged for one order',
      "I've been overcharged",
      'two payments were taken',
    ],
  },
  instalments: {
    zh: ['能分几期', '分期要不要利息', '每个月付一点可以吗', '花呗免息吗', '怎么选分期付款'],
    en: [
      'can I split the payment over months',
      'is there interest on instalments',
      'pay monthly option',
      'how do I use installments',
      'is a payment plan available',
    ],
  },
  'cash-on-delivery': {
    zh: ['能到货再给钱吗', '支持货到付现吗', '收到东西付款行不行', '货到付款怎么选', '快递来了给现金'],
    en: [
      'can I pay on delivery',
      'do you do COD',
      'pay in cash when it comes',
      'how to choose cash on delivery',
      'pay the courier at the door?',
    ],
  },
  invoice: {
    zh: ['帮我开张票', '报销用 发票给我', '电子发票在哪看', '可以开专用发票吗', '发票没收到'],
    en: [
      'please send an invoice',
      'where can I get my receipt',
      'I need an invoice for my company',
      'can I have a VAT receipt',
      'invoice not received',
    ],
  },
  'invoice-correct': {
    zh: ['发票内容有错误', '抬头写错啦 换一张', '税号填错 能重开吗', '发票改名字', '换成专票'],
    en: [
      'the invoice has a mistake',
      'change the name on the invoice',
      'reissue my invoice with the right tax number',
      'wrong amount on the receipt',
      'correct my invoice',
    ],
  },
  gift: {
    zh: ['帮忙包装成礼物', '能写卡片吗', '送人用 不要小票', '有没有礼盒包装', '附一句祝福'],
    en: [
      'can you wrap it as a gift',
      'add a greeting card',
      "it's a gift so no receipt inside",
      'do you have gift boxes',
      'include a birthday note',
    ],
  },
  'bulk-purchase': {
    zh: ['想批量采购', '买多打折吗 要三百件', '公司团购怎么联系', '批发怎么卖', '企业订购报价'],
    en: [
      'I want to buy in bulk',
      'discount for 100 pieces',
      'corporate order quote',
      'wholesale pricing please',
      'ordering for our company, large quantity',
    ],
  },
  cooperation: {
    zh: ['想跟你们合作', '怎么加盟', '招代理不', '我是博主想合作推广', '供应商怎么入驻'],
    en: [
      'how can we cooperate',
      'I want to be your distributor',
      'influencer partnership',
      'can I join your affiliate scheme',
      "we'd like to supply your shop",
    ],
  },
  hours: {
    zh: ['客服工作时间', '今天营业到几点', '周日上班不', '晚上有没有客服', '几点开门'],
    en: [
      'what time do you open',
      'are you open on holidays',
      'support hours',
      'is customer service available at the weekend',
      'how late are you open',
    ],
  },
  'store-location': {
    zh: ['你们店在哪里', '哪有线下店', '广州有门店没', '去店里怎么走', '最近的专卖店'],
    en: [
      'where is your shop',
      'do you have a physical store',
      'any stores in London',
      'how can I get to your store',
      'closest branch',
    ],
  },
  'account-login': {
    zh: ['登录不进去怎么办', '忘记密码了', '收不到短信验证码', '号被封了', '为何注册失败'],
    en: [
      "I can't sign in",
      'I forgot my login',
      'my account is blocked',
      'the code never arrives',
      'unable to register',
    ],
  },
  'account-change': {
    zh: ['要换绑定的手机', '密码想改一下', '换个邮箱', '个人资料怎么修改', '名字改不了'],
    en: [
      'I want to change my password',
      'update my phone number',
      'how do I edit my profile',
      'new email address for my account',
      'change my username',
    ],
  },
  privacy: {
    zh: ['把我的信息删了', '我要注销账户', '你们怎么保护我的隐私', '是不是卖我资料', '我电话被你们泄露'],
    en: [
      'please delete all my data',
      'please shut my account down',
      'how do you use my personal information',
      'someone got my number from you',
      'remove my personal details',
    ],
  },
  unsubscribe: {
    zh: ['别发广告短信了', '取消推送', '怎么退订', '不想再收你们消息', '不要再打推销电话'],
    en: [
      'please stop sending me messages',
      'how do I unsubscribe',
      'stop the marketing emails',
      'no more texts from you',
      'turn off notifications',
    ],
  },
  complaint: {
    zh: ['服务太烂了', '我对你们很不满', '投诉你们客服', '从没见过这么差的店', '你们太不负责任'],
    en: [
      'your service is awful',
      "I'm really unhappy with you",
      'I want to make a complaint',
      'your employee was very impolite',
      'worst experience ever',
    ],
  },
  escalation: {
    zh: ['我会打12315投诉', '不处理就起诉', '我要在网上曝光', '找消协', '让平台来处理'],
    en: [
      'I will take legal action',
      "I'm going to report you to the authorities",
      "I'll go to the media",
      'contacting my lawyer',
      "I'm opening a paypal dispute",
    ],
  },
  person: {
    zh: ['接人工客服', '我要真人', '让人来跟我说', '有人工没', '换个真人'],
    en: [
      'I want to talk to a real person',
      'connect me to an agent',
      'human please now',
      'get me a manager',
      'speak with customer service',
    ],
  },
  callback: {
    zh: ['请打电话给我', '能不能回我电话', '电话联系我', '晚点给我来电', '让你们的人打过来'],
    en: ['please call me', 'can I get a phone call', 'ring me back', 'call me tomorrow', 'have someone phone me'],
  },
  greeting: {
    zh: ['您好啊', '哈啰', '有人在不', '上午好', '嗨喽'],
    en: ['hi there', 'hello shop', 'good evening', 'anybody here', 'hey guys'],
  },
  thanks: {
    zh: ['谢谢你哦', '十分感谢', '好嘞 多谢', '感谢您的帮助', '谢谢啦 辛苦'],
    en: ['thank you very much', 'thanks for helping me', 'ok thanks a lot', 'thanks a million', 'appreciate your help'],
  },
  bye: {
    zh: ['再会', '没有别的事了 再见', '好 拜', '就这样 不聊了', '下线了'],
    en: ['goodbye', 'that will be all thanks bye', 'see ya', 'nothing more for now', 'bye for now'],
  },
  'small-talk': {
    zh: ['你是不是机器', '你是人还是机器人', '给我讲个故事', '你多大', '你叫啥'],
    en: ['real human or just a bot?', 'who are you', 'how are you today', 'make me laugh', 'are you an AI'],
  },
  praise: {
    zh: ['真不错 很满意', '你们服务很棒', '好喜欢这件', '质量特别好 点赞', '下次还来'],
    en: [
      'I really like it',
      'excellent service',
      'very happy with my purchase',
      'the quality is superb',
      'you were so helpful and nice',
    ],
  },
}
