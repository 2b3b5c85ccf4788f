// opencc-js ships its dictionaries as strings ("from to|from to"), without types of their own.
declare module 'opencc-js/dict/TSCharacters' {
  const pairs: string
  export default pairs
}
declare module 'opencc-js/dict/TSPhrases' {
  const pairs: string
  export default pairs
}
declare module 'opencc-js/dict/STCharacters' {
  const pairs: string
  export default pairs
}
