// What the demo shop says, in its two languages.
export const WORDS = {
  zh: {
    lang: 'zh-CN',
    other: 'English',
    heading: '为走远路做的鞋和衣服',
    intro: '这是一家演示店铺。点右下角和客服聊聊：查订单、退换货、挑商品，或者直接转人工。',
    back: '返回全部商品',
    ask: '咨询这件商品',
    customer: '演示身份',
    guest: '未登录',
    customerName: (n) => `演示顾客 ${n}`,
    empty: '暂时没有商品。',
    failed: '商品没有加载出来，请刷新重试。',
    foot: '演示店铺，不产生真实订单。',
  },
  en: {
    lang: 'en',
    other: '中文',
    heading: 'Shoes and clothes made to go far',
    intro:
      'This is a demo shop. Talk to customer service at the bottom right: ask for an order, return something, get advice, or ask for a person.',
    back: 'All products',
    ask: 'Ask about this product',
    customer: 'Demo identity',
    guest: 'Not signed in',
    customerName: (n) => `Demo customer ${n}`,
    empty: 'There are no products right now.',
    failed: 'The products did not load. Please reload the page.',
    foot: 'A demo shop. No real orders are placed.',
  },
}
