import { accountLifecycle } from './account.lifecycle.js';

it('is the life that was agreed', () => {
  expect(accountLifecycle.toMermaid()).toMatchSnapshot();
});
