// Knowledge about paying, invoices, coupons and membership.
import { type DemoKnowledge, entry } from './knowledge-entry.ts'
import { policies as p, yuan } from './policies.ts'

const welcome = p.welcomeCoupon

export const knowledgeOfPaying: readonly DemoKnowledge[] = [
  entry(
    'payment-methods',
    'payment',
    [
      '支付方式',
      '支持哪些付款方式|能用微信支付吗|可以刷信用卡吗|支付宝可以吗|支持货到付款吗|怎么付款',
      '支持微信支付、支付宝、银联、Visa、万事达和 Apple Pay。暂不支持货到付款。',
    ],
    [
      'Payment methods',
      'How can I pay?|Which cards do you accept?|Can I pay with Alipay?|do you accept mastercard|is apple pay ok|cash on delivery|do you take paypal|payment options|do you take debit cards',
      'We accept WeChat Pay, Alipay, UnionPay, Visa, Mastercard and Apple Pay. PayPal and cash on delivery are not offered.',
    ],
  ),
  entry(
    'instalments',
    'payment',
    [
      '分期付款',
      '可以分期吗|支持花呗吗|分期有利息吗|能分几期|白条能用吗',
      `单笔满 ${yuan(p.instalmentsFrom)} 可用花呗分 3、6、12 期，3 期免息。暂不支持白条。`,
    ],
    [
      'Instalments',
      'Can I pay in instalments?|do you offer pay later|monthly payments|split the payment|instalment plan',
      `From ${yuan(p.instalmentsFrom)} you can pay with Huabei in 3, 6 or 12 instalments; 3 are free of interest.`,
    ],
  ),
  entry(
    'payment-failed',
    'payment',
    [
      '付款失败',
      '付不了款|支付失败怎么办|一直提示支付错误|扣了钱订单还是未付款|重复扣款了',
      '请换一种支付方式或稍后再试。若已扣款但订单仍显示未付款，款项会在 24 小时内自动退回；没有退回请回复“人工”。',
    ],
    [
      'Payment failed',
      'My payment does not go through|card declined|charged but order unpaid|I was charged twice|payment error at checkout',
      'Try another way to pay or try again later. Money taken for an order that still shows unpaid returns within 24 hours; if it does not, reply “agent”.',
    ],
  ),
  entry(
    'invoice',
    'invoice',
    [
      '开发票',
      '怎么开发票|可以开专票吗|发票什么时候给|发票抬头怎么改|要公司发票|电子发票在哪下载|补开发票',
      '在“我的订单—申请发票”填写抬头，电子普票 24 小时内发到邮箱；增值税专票需 5 个工作日。收货后 30 天内都可以申请。',
    ],
    [
      'Invoices',
      'How do I get an invoice?|Can you issue a VAT invoice?|where is my receipt|change the name on the invoice|download invoice|invoice for business|can I have a fapiao',
      'Ask for it under “My orders – Invoice”. The electronic invoice reaches your mailbox within 24 hours; a special VAT invoice takes 5 working days. You can ask until 30 days after delivery.',
    ],
  ),
  entry(
    'coupon-new',
    'coupon',
    [
      '新人优惠券',
      '新用户有优惠吗|首单优惠|有没有优惠码|现在有什么优惠|新人券怎么领|能便宜点吗|有折扣吗|第一次下单有优惠吗',
      `新用户首单满 ${yuan(welcome.from)} 输入 ${welcome.code} 立减 ${yuan(welcome.off)}，注册后 ${welcome.validDays} 天内有效。其他优惠以商品页为准。`,
    ],
    [
      'Coupon for new customers',
      'Do you have a discount code?|first order discount|any coupons for new customers|can I get a discount|promo code please|voucher for first purchase|is there a sale',
      `New customers save ${yuan(welcome.off)} on a first order from ${yuan(welcome.from)} with ${welcome.code}, within ${welcome.validDays} days of signing up. Other offers are on the product pages.`,
    ],
  ),
  entry(
    'coupon-use',
    'coupon',
    [
      '优惠券怎么用',
      '优惠券怎么使用|我的券在哪里看|优惠券能叠加吗|可以同时用两张券吗|优惠券有效期',
      '结算页会列出可用的优惠券，每单限用一张，不能叠加。全部的券在“我的—优惠券”里查看。',
    ],
    [
      'Using coupons',
      'How do I use a coupon?|Can I combine coupons?|where are my coupons|use two codes together|where to enter the code|stack discounts',
      'Usable coupons are listed at checkout, one per order; they cannot be combined. See all of yours under “My account – Coupons”.',
    ],
  ),
  entry(
    'coupon-invalid',
    'coupon',
    [
      '优惠券用不了',
      '优惠券不能用|优惠码无效|券怎么用不了|提示优惠券不可用|领了券结算不了',
      '请看看是否达到门槛、是否过期、是否已参加其他活动；特价商品不可用券。仍用不了请回复“人工”。',
    ],
    [
      'Coupon does not work',
      'My coupon is not working|discount code invalid|the code was rejected|cannot apply my voucher|promo code error|coupon expired',
      'Check the minimum amount, the expiry date and whether another offer already applies; reduced items take no coupons. If it still fails, reply “agent”.',
    ],
  ),
  entry(
    'points',
    'membership',
    [
      '会员积分',
      '积分怎么用|积分有什么用|买东西有积分吗|积分会过期吗|怎么攒积分',
      '每消费 1 元得 1 积分，100 积分抵 1 元，结算时可用。积分满 12 个月过期。',
    ],
    [
      'Points',
      'How do points work?|what can I do with my points|do points expire|earn loyalty points|reward points',
      'You earn 1 point per yuan; 100 points are worth ¥1 at checkout. Points expire after 12 months.',
    ],
  ),
  entry(
    'member-levels',
    'membership',
    [
      '会员等级',
      '怎么升级金卡|会员有什么权益|银卡会员要消费多少|会员等级怎么算|金卡有什么好处',
      '一年消费满 ¥500 为银卡，满 ¥3000 为金卡。银卡享生日礼券，金卡另享顺丰配送和免退货运费。',
    ],
    [
      'Membership levels',
      'How do I become a gold member?|member benefits|what is silver membership|membership tiers|vip benefits',
      'Spend ¥500 in a year for silver and ¥3000 for gold. Silver gets a birthday coupon; gold also gets SF Express and free returns.',
    ],
  ),
]
