// `npm start`: everything from a fresh clone to a running office. Plain Node, since nothing may be installed yet.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`案卷需要 Node.js 20.19 或更高版本，当前为 ${process.versions.node}。`);
  process.exit(1);
}
// Only now: older Node cannot even read these.
const { start } = await import('./office.mjs');
await start();
