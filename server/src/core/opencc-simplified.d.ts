/** `simplified traditional`, the usual form of each, divided by `|`. */
declare module 'opencc-js/dict/STCharacters' {
  const pairs: string;
  export default pairs;
}
