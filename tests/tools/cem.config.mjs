/** The custom-elements manifest, from the JSDoc and decorators of the widgets. */
export default {
  globs: ['src/elements/**/*.ts', 'src/embed/**/*.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  quiet: true,
};
