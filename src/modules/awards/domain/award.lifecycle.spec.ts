import { awardLifecycle } from './award.lifecycle.js';
import { objectionLifecycle } from './objection.js';

it('is the life that the README draws', () => {
  expect(awardLifecycle.toMermaid()).toMatchSnapshot();
});

it('keeps the life of an objection', () => {
  expect(objectionLifecycle.toMermaid()).toMatchSnapshot();
});
