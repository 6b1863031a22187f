import type { Metadata } from 'next';
import { CompareScreen } from '@/components/compare/compare-screen';

export const metadata: Metadata = { title: 'Compare runs' };

export default function Page() {
  return <CompareScreen />;
}
