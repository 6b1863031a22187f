import type { Metadata } from 'next';
import { LabScreen } from '@/components/lab/lab-screen';

export const metadata: Metadata = { title: 'Backtest lab' };

export default function Page() {
  return <LabScreen />;
}
