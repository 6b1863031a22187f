// For drizzle-kit, run in this folder: `npx drizzle-kit generate --name what-changes` writes the next migration.
export default {
  dialect: 'postgresql',
  casing: 'snake_case',
  schema: './src/schema/*.ts',
  out: './migrations',
};
