import { Icon } from '../../../../ui/index.js';
import { useTold } from '../fields/words.js';
import { sumOf } from './cells.js';

/** The sum of weights, with a bar; in words whether it is what it should be. */
export function WeightSum({ weights }: { readonly weights: readonly (number | undefined)[] }) {
  const t = useTold();
  const sum = sumOf(weights);
  const right = sum === 100;
  return (
    <span className={`weight-sum figures tone-${right ? 'done' : 'late'}`}>
      <Icon name={right ? 'check' : 'alert'} />
      {right ? t('sum_ok', { sum }) : t('sum_off', { sum })}
    </span>
  );
}
