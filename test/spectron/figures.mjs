/** A reporter of Node's test runner: one line of JSON, `{"passed":3,"failed":0}`. */
// biome-ignore lint/style/noDefaultExport: Node takes a reporter by its default export.
export default async function* figures(events) {
  let passed = 0;
  let failed = 0;
  for await (const { type } of events) {
    if (type === 'test:pass') passed += 1;
    if (type === 'test:fail') failed += 1;
  }
  yield `${JSON.stringify({ passed, failed })}\n`;
}
