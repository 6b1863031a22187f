import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import openapiTS, { astToString, stringToAST } from 'openapi-typescript';
import type ts from 'typescript';

// Lives in a workspace of its own, because the generator does not run on the TypeScript that the rest is checked with.
const root = join(import.meta.dirname, '../..');
const document = JSON.parse(await readFile(join(root, 'docs/openapi.json'), 'utf8'));
const ast = await openapiTS(document, {
  defaultNonNullable: false,
  // Any JSON is described by itself, and the client's types would follow that circle until they give up.
  transform: (_schema, { path }) => (path === '#/components/schemas/Json' ? anyJson() : undefined),
});
const text = `// Made from docs/openapi.json by npm run api-client.\n${astToString(ast)}`;
if (process.argv[2] === '--print') process.stdout.write(text);
else await writeFile(join(root, 'apps/web/lib/api/schema.d.ts'), text);

function anyJson(): ts.TypeNode {
  const [declared] = stringToAST(
    'type Json = string | number | boolean | null | unknown[] | { [key: string]: unknown };',
  );
  return (declared as ts.TypeAliasDeclaration).type;
}
