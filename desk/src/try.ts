// The plain test page: puts the shop's script tag where a shop would, for the inbox named in the address.
const inbox = new URLSearchParams(location.search).get('inbox')
if (inbox !== null) {
  const script = document.createElement('script')
  script.async = true
  script.src = '/widget/loader.js'
  script.dataset.inbox = inbox
  document.body.append(script)
}
