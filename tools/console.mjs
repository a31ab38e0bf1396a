/** What the tools say to a person; on stderr, so that a command's own output can be piped. */
export const say = (line) => console.error(`» ${line}`);

/** Ends the process with one sentence; the stack trace only for who asks for it. */
export function fail(error) {
  console.error(`✗ ${process.env.JIHENG_DEBUG ? (error.stack ?? error) : (error.message ?? error)}`);
  process.exit(1);
}

/** Stops early on a Node that would fail later in some obscure way. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail(new Error(`Node ${process.versions.node} is too old: install Node 20.19 or later.`));
}
