import { divisionName, divisionsWithin } from './divisions.js';

describe('divisions of China by GB/T 2260', () => {
  it('are offered from the province down, each with a code without trailing zeros', () => {
    expect(divisionsWithin('')).toHaveLength(34);
    expect(divisionsWithin('')).toContainEqual({ code: '32', name: '江苏省', parted: true });
    expect(divisionsWithin('32')).toContainEqual({ code: '3210', name: '扬州市', parted: true });
    expect(divisionsWithin('3210')).toContainEqual({ code: '321002', name: '广陵区', parted: false });
    expect(divisionsWithin('321000')).toEqual(divisionsWithin('3210'));
  });

  it('leave out the district that is no place', () => {
    expect(divisionsWithin('3210').map(({ name }) => name)).not.toContain('市辖区');
  });

  it.each([
    ['321002', '江苏省扬州市广陵区'], ['3210', '江苏省扬州市'], ['320000', '江苏省'], ['110105', '北京市朝阳区'], ['429004', '湖北省仙桃市'], ['441900', '广东省东莞市'],
  ])('%s is %s', (code, name) => {
    expect(divisionName(code)).toBe(name);
  });

  it('have no name for what is no division, and nothing within it', () => {
    expect(divisionName('999999')).toBeNull();
    expect(divisionName('')).toBeNull();
    expect(divisionsWithin('99')).toEqual([]);
  });

  it('have each code once', () => {
    const codes = divisionsWithin('').flatMap((province) => [province, ...divisionsWithin(province.code).flatMap((city) => [city, ...divisionsWithin(city.code)])]).map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.length).toBeGreaterThan(3000);
  });
});
