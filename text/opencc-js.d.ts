/** The package describes its converters only; its tables come as `from to|from to|…`. */
declare module 'opencc-js/dict/TSCharacters' {
  const table: string;
  export default table;
}
