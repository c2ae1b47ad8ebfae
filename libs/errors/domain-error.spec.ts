import { DomainError, absent, forbidden, invalid, refused, say, stale } from '#libs/errors';

describe('DomainError', () => {
  const sentence = say('截止后不能提交：{id}', 'Nothing is taken after closing: {id}');

  it.each([
    ['absent', absent],
    ['refused', refused],
    ['forbidden', forbidden],
    ['invalid', invalid],
    ['stale', stale],
  ] as const)('is made by %s with its kind, code and facts', (kind, make) => {
    const error = make('x.closed', sentence, { id: 7 });
    expect(error).toBeInstanceOf(DomainError);
    expect(error).toBeInstanceOf(Error);
    expect({ ...error }).toMatchObject({ kind, code: 'x.closed', sentence, facts: { id: 7 } });
    expect(error.message).toBe('x.closed: Nothing is taken after closing: 7');
  });

  it('has empty facts where none are given', () => {
    expect(refused('x.no', sentence).facts).toEqual({});
  });

  it('carries every faulty place of an input', () => {
    const problems = [{ path: 'lines.0.amount', code: 'amount.negative', sentence: say('不能为负', 'Not negative') }];
    expect(invalid('input.invalid', sentence, { problems }).facts.problems).toEqual(problems);
  });

  it('gives a subclass its own name', () => {
    class CallClosed extends DomainError {}
    const error = new CallClosed({ kind: 'refused', code: 'call.closed', sentence });
    expect(error.name).toBe('CallClosed');
    expect(error).toBeInstanceOf(CallClosed);
  });
});
