import { securityHeaders } from './security-headers.js';

describe('the headers of every answer', () => {
  it('let a page load from nowhere else, be framed by nobody and send its forms to nobody else', () => {
    const { 'content-security-policy': policy, ...others } = securityHeaders();
    const rules = Object.fromEntries(policy!.split(';').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1).join(' ')]));
    expect(rules).toMatchObject({ 'default-src': "'self'", 'script-src': "'self'", 'object-src': "'none'", 'base-uri': "'none'", 'frame-ancestors': "'none'", 'form-action': "'self'" });
    expect(others).toMatchObject({
      'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin', 'cross-origin-opener-policy': 'same-origin',
      'strict-transport-security': expect.stringContaining('max-age='),
    });
  });
});
