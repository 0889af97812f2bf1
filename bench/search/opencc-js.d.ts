/** Pairs `simplified traditional`, divided by `|`. */
declare module 'opencc-js/dict/STCharacters' {
  const pairs: string;
  export default pairs;
}
