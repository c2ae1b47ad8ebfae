import { RoundDesk } from '../parts/round-desk.js';
import { RoundFigures } from '../parts/round-figures.js';

export default function RoundPage() {
  return <RoundDesk here="statistics" content={(round) => <RoundFigures round={round} />} />;
}
