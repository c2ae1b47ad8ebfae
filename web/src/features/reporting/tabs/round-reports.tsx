import { ReportsPart } from '../parts/reports-part.js';
import '../reporting.css';

export default function RoundReportsTab({ id }: { readonly id: string }) {
  return <ReportsPart id={id} />;
}
