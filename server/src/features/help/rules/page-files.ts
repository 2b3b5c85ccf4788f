// Style and script of the help pages: small, served as they stand here. Without the script only the chat is missing.

export const PAGE_STYLE = `:root{color-scheme:light dark;--ink:#1b2430;--quiet:#5b6676;--ground:#f3f5f8;--card:#fff;--line:#dbe1e9;--deep:#1f5aa8;--on:#fff;--wrong:#a3261c}
@media (prefers-color-scheme:dark){:root{--ink:#e8edf4;--quiet:#9eabbc;--ground:#10151c;--card:#1a212b;--line:#303a48;--deep:#8ab8f5;--on:#0b1b30;--wrong:#ff9b90}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.6 system-ui,-apple-system,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;overflow-wrap:anywhere}
main{max-width:680px;margin:0 auto;padding:16px 16px 96px}
header{display:flex;gap:14px;align-items:center;margin-bottom:16px}header>div{flex:1;min-width:0}
h1{font-size:1.3rem;line-height:1.3;margin:0}h2{font-size:1.05rem;margin:24px 0 8px}.card h2{margin-top:0}
p{margin:0 0 8px}.quiet{color:var(--quiet);font-size:.875rem}header p{margin:0}.wrong{color:var(--wrong)}
a{color:var(--deep)}header>a{align-self:flex-start;padding:6px 0;white-space:nowrap}
.product{border-radius:12px;background:var(--card);object-fit:cover;border:1px solid var(--line);flex:none}
label{display:block;font-weight:600;margin-bottom:6px}.line{display:flex;gap:8px}
input[type=search]{flex:1;min-width:0;font:inherit;color:inherit;background:var(--card);border:1px solid var(--quiet);border-radius:10px;padding:10px 12px;min-height:48px}
button{font:inherit;font-weight:600;color:var(--on);background:var(--deep);border:0;border-radius:10px;padding:10px 18px;min-height:48px;cursor:pointer}
:focus-visible{outline:3px solid var(--deep);outline-offset:2px}
.card{background:var(--card);border:1px solid var(--line);border-radius:14px;padding:16px;margin:12px 0;display:block}
.unknown{border-color:var(--wrong)}
summary{cursor:pointer;font-weight:600;min-height:24px}details[open] summary{margin-bottom:10px}
.said{white-space:pre-line}
ol{list-style:none;counter-reset:step;padding:0;margin:12px 0}
ol>li{counter-increment:step;position:relative;padding:2px 0 12px 42px}
ol>li::before{content:counter(step);position:absolute;left:0;top:0;width:28px;height:28px;border-radius:50%;background:var(--deep);color:var(--on);text-align:center;line-height:28px;font-weight:600;font-size:.9rem}
figure{margin:8px 0}figure img,video{display:block;max-width:100%;height:auto;max-height:70vh;border-radius:10px;border:1px solid var(--line)}
video{width:100%;background:#000}figcaption{color:var(--quiet);font-size:.875rem;margin-top:4px}
.codes,.links{list-style:none;padding:0;margin:0;display:grid;gap:8px}
.codes a,.links a{display:block;background:var(--card);border:1px solid var(--line);border-radius:10px;padding:11px 14px;text-decoration:none;font-weight:600}.links{margin:12px 0}
.chat{margin-top:24px}.chat button{width:100%}.chat p{margin:8px 0 0;text-align:center}
.notice{padding-top:20vh;text-align:center}
dialog{border:0;padding:0;background:none;max-width:100vw;max-height:100vh}dialog::backdrop{background:rgb(0 0 0/.8)}
dialog button{background:none;padding:0;min-height:0}dialog img{max-width:96vw;max-height:92vh;display:block}
.sheet{max-width:210mm;padding:8mm}.labels{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(56mm,1fr));gap:4mm}
.labels li{background:#fff;color:#000;border:1px dashed #999;border-radius:3mm;padding:4mm;text-align:center;display:flex;flex-direction:column;align-items:center;break-inside:avoid;line-height:1.35}
.labels svg{width:36mm;height:36mm}.labels b{margin:1mm 0}.labels span{font-size:.85rem}.labels small{font-size:.7rem;color:#333}
@media print{.screen{display:none}body{background:#fff}.sheet{padding:0;max-width:none}@page{margin:10mm}}
`

export const PAGE_SCRIPT = `(() => {
  const main = document.querySelector('main')
  for (const button of document.querySelectorAll('[data-print]')) {
    button.hidden = false
    button.addEventListener('click', () => print())
  }
  for (const link of document.querySelectorAll('[data-zoom]'))
    link.addEventListener('click', (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return
      event.preventDefault()
      const dialog = document.createElement('dialog')
      const close = document.createElement('button')
      const picture = document.createElement('img')
      close.type = 'button'
      close.setAttribute('aria-label', main.dataset.close)
      picture.src = link.href
      picture.alt = link.firstElementChild.alt
      close.append(picture)
      dialog.append(close)
      close.addEventListener('click', () => dialog.close())
      dialog.addEventListener('close', () => dialog.remove())
      document.body.append(dialog)
      dialog.showModal()
    })
  const { inbox, product, title, locale } = main.dataset
  if (!inbox) return
  const failed = document.querySelector('[data-chat-failed]')
  const context = { page: location.origin + location.pathname, title: title.slice(0, 200), productId: product }
  const load = () => {
    const script = document.createElement('script')
    script.src = '/widget/loader.js'
    script.dataset.inbox = inbox
    script.dataset.locale = locale
    script.async = true
    script.addEventListener('error', () => {
      script.remove()
      delete window.ballast
      failed.hidden = false
    })
    document.body.append(script)
  }
  for (const part of document.querySelectorAll('[data-chat]')) part.hidden = false
  for (const button of document.querySelectorAll('button[data-chat]'))
    button.addEventListener('click', () => {
      failed.hidden = true
      if (window.ballast) return window.ballast.push(['open'])
      window.ballast = [['setContext', context], ['open']]
      load()
    })
})()
`
