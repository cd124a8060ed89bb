/** The bundler copies the picture beside the built code; the value is its path. */
declare module '*.png?asset' {
  const file: string;
  export default file;
}
