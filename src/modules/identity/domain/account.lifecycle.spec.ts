import { accountLifecycle } from './account.lifecycle.js';

it('is the life that the README draws', () => {
  expect(accountLifecycle.toMermaid()).toMatchSnapshot();
});
