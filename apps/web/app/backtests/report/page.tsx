import type { Metadata } from 'next';
import { ReportScreen } from '@/components/report/report-screen';

export const metadata: Metadata = { title: 'Run report' };

export default function Page() {
  return <ReportScreen />;
}
