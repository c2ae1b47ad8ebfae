import { lookOfName } from './look-of-name.js';

describe('the look of a name', () => {
  it.each([
    ['full width and half width', '和家Rose公益(扬州)中心', '和家Ｒｏｓｅ公益（扬州）中心'],
    ['traditional and simplified', '扬州市妇女儿童关爱协会', '揚州市婦女兒童關愛協會'],
    ['traditional characters outside the names of organisations', '龟龙庞', '龜龍龐'],
    ['Cyrillic and Latin', '和美HOPE社工站', '和美НОРЕ社工站'],
    ['Cyrillic in small letters', '和美hope社工站', '和美һоре社工站'],
    ['Greek and Latin', '关爱Kappa服务社', '关爱Κaρρa服务社'],
    ['Cherokee, Lisu and Latin', 'PEACE', 'ꓑꓰꓮꓚꓰ'],
    ['letters of mathematics', 'HOPE', '𝐇𝐎𝐏𝐄'],
    ['characters that nobody sees', '向阳花家庭服务社', '向阳\u200b花家庭\u2060服\u3164务社'],
    ['compatibility forms', '巾帼志愿队一', '巾帼志愿队㈠'],
    ['radicals', '女童之家工作站', '⼥童之家⼯作站'],
    ['radicals of the supplement', '长风', '⻓⻛'],
    ['katakana among characters', '口才工坊', 'ロ才エ坊'],
    ['digits and letters', '益点10号驿站', '益点lO号驿站'],
    ['two letters for one', 'Bloom', 'Bloorn'],
    ['characters of nearly the same strokes', '江都市未来社', '江都巿末来社'],
    ['a person', '沈月华', '沈⽉華'],
    ['spaces and points', '沈月华 工作室', '沈月华·工作室'],
  ])('is one: %s', (_, real, double) => {
    expect(lookOfName(double)).toBe(lookOfName(real));
  });

  it.each([
    ['扬州市和家社会工作服务中心', '扬州市和美社会工作服务中心'], ['第1服务社', '第2服务社'], ['女童之家', '男童之家'], ['张丽', '张莉'], ['Rosa', 'Rose'],
  ])('is another of %j than of %j', (one, other) => {
    expect(lookOfName(one)).not.toBe(lookOfName(other));
  });

  it('changes no further when it is taken again', () => {
    for (const name of ['揚州市婦女兒童關愛協會', '和美НОРЕ社工站', 'Bloom 10 ㈠', '巿曰己已末', 'ロ才エ坊', 'KELVIN Å ſ']) expect(lookOfName(lookOfName(name))).toBe(lookOfName(name));
  });

  it('is nothing for a name that shows nothing', () => {
    expect(lookOfName('\u200b （ ）')).toBe('');
  });
});
