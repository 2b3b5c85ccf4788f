// What the server answers about the demo shop, in the shapes the storefront reads.
const PRODUCTS = [
  ['bag', '轻量防水双肩包 22L', 'Lightweight waterproof backpack 22 L', 32900],
  ['cup', '钛合金单层水杯 450ml', 'Single-wall titanium cup 450 ml', 23900],
  ['socks', '美利奴羊毛袜（三双装）', 'Merino socks, three pairs', 12900],
  ['lamp', '可充电营地灯', 'Rechargeable camp lamp', 15900],
  ['tent', '两人三季帐篷', 'Two-person three-season tent', 129900],
  ['towel', '速干毛巾', 'Quick-dry towel', 5900],
] as const

export const SHOP: Record<string, (url: URL) => unknown> = {
  '/demo/shop.json': () => ({ inbox: 'demo', shopName: '岸边小店' }),
  '/demo/identity': (url) => ({ jwt: `jwt-of-${url.searchParams.get('customer')}` }),
  '/demo/products.json': () =>
    PRODUCTS.map(([id, zh, en, amount]) => ({
      id,
      title: { zh, en },
      price: { amount, currency: 'CNY' },
      image: `/demo/pictures/${id}.svg`,
      description: { zh: `${zh}，结实轻便。三十天可退。`, en: `${en}. Light and well made; thirty days to return.` },
    })),
}
