/** A style sheet as text: how esbuild hands it over. */
declare module "*.css" {
  const text: string;
  export default text;
}
