import { join } from 'node:path';
import type { NextConfig } from 'next';

const config: NextConfig = {
  // Every screen keeps its state in the query string, so every route is a file and the server needs no second runtime.
  output: 'export',
  reactStrictMode: true,
  poweredByHeader: false,
  devIndicators: false,
  turbopack: { root: join(import.meta.dirname, '../..') },
};

export default config;
