import { describe } from 'vitest';
import { describeStorage } from './describe-storage.ts';
import { openMemoryDatabase } from './open-memory-database.ts';

describe('storage on the embedded database', () => describeStorage(openMemoryDatabase));
