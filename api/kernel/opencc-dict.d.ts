declare module 'opencc-js/dict/*' {
  /** Entries "from to [other…]", joined by "|". */
  const entries: string;
  export default entries;
}
