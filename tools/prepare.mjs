// Plain JavaScript that even an old Node can read, so that an installation does not end in an error about a file ending.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major > 22 || (major === 22 && minor >= 18)) await import('./prepare.ts');
else process.stderr.write(`Candor needs Node 22.18 or newer and this is ${process.versions.node}.\n`);
