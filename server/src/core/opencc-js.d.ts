/** Pairs `traditional simplified`, divided by `|`. */
declare module 'opencc-js/dict/TSCharacters' {
  const pairs: string;
  export default pairs;
}
/** The same, of phrases: `traditional simplified`. */
declare module 'opencc-js/dict/TSPhrases' {
  const pairs: string;
  export default pairs;
}
/** Pairs `as in Taiwan, as in OpenCC`. */
declare module 'opencc-js/dict/TWVariantsRev' {
  const pairs: string;
  export default pairs;
}
declare module 'opencc-js/dict/TWVariantsRevPhrases' {
  const pairs: string;
  export default pairs;
}
/** Pairs `as in Hong Kong, as in OpenCC`. */
declare module 'opencc-js/dict/HKVariantsRev' {
  const pairs: string;
  export default pairs;
}
