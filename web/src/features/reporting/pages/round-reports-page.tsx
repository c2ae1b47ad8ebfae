import { ReportsPart } from '../parts/reports-part.js';
import { RoundDesk } from '../parts/round-desk.js';

export default function RoundReportsPage() {
  return <RoundDesk here="reports" content={({ callId }) => <ReportsPart id={callId} />} />;
}
