import { awardLifecycle } from './award.lifecycle.js';
import { objectionLifecycle } from './objection.js';

it('is the life that was agreed', () => {
  expect(awardLifecycle.toMermaid()).toMatchSnapshot();
});

it('keeps the life of an objection', () => {
  expect(objectionLifecycle.toMermaid()).toMatchSnapshot();
});
