import { trancheLifecycle } from './tranche.lifecycle.js';

it('is the life that was agreed', () => {
  expect(trancheLifecycle.toMermaid()).toMatchSnapshot();
});
