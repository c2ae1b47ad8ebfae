import { contractLifecycle } from './contract.lifecycle.js';

it('is the life that was agreed', () => {
  expect(contractLifecycle.toMermaid()).toMatchSnapshot();
});
