import { bankAccountLifecycle } from './bank-account.js';

it('is the life that was agreed', () => {
  expect(bankAccountLifecycle.toMermaid()).toMatchSnapshot();
});
