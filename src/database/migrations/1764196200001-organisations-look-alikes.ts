import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a name looks like, so that names which only differ to a machine are found alike: width and compatibility forms (NFKC), nothing but
 * letters, digits and characters, one case, and one sign for those that the eye takes for each other. The list is small and our own: what
 * stands in the names of Chinese organisations, in both scripts, and the letters that Cyrillic and Greek share with Latin.
 */
export class OrganisationsLookAlikes1764196200001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const [from, to] = [PAIRS.map(([sign]) => sign).join(''), PAIRS.map(([, looksLike]) => looksLike).join('')];
    await runner.query(`
      create function name_skeleton(name text) returns text language sql immutable strict parallel safe
        return translate(lower(regexp_replace(normalize(name, nfkc), '[^${KEPT}]', '', 'g') collate "C"), '${from}', '${to}');
      create index organisation_by_skeleton on organisation (name_skeleton(name));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

/** Digits, Latin, Greek, Cyrillic, kana, Han. Marks, spaces, brackets and what cannot be seen are none of them. */
const KEPT = '0-9A-Za-z\\u00C0-\\u02AF\\u0370-\\u052F\\u1E00-\\u1FFF\\u3005-\\u3007\\u3040-\\u30FF\\u3400-\\u9FFF\\uF900-\\uFAFF\\U00020000-\\U0003FFFF';

const signs = (text: string): string[] => [...text];
/** Each of the first looks like the one at the same place of the second. */
const alike = (from: string, to: string): (readonly [string, string])[] => signs(from).map((sign, at) => [sign, signs(to)[at]!] as const);

const PAIRS: readonly (readonly [string, string])[] = [
  ...alike('АаВвЕеКкМмНнОоРрСсТтУуХхІіЈјЅѕԁԛԝ', 'aabbeekkmmhhooppccttyyxxlljjssdqw'),
  ...alike('ΑαΒβΕεΖζΗηΙιΚκΜμΝνΟοΡρΤτΥυΧχ', 'aabbeezzhhllkkmmnnooppttyyxx'),
  ...alike('01i〇', 'ollo'),
  ...alike('ーニロカエトハタオ', '一二口力工卜八夕才'),
  ...alike('巿曰己已末囗戌戍土', '市日巳巳未口戊戊士'),
  ...alike(
    '婦兒會務區國華愛護團協業學師關懷親發揚廣東門樂榮義願聯聖陽長馬鳳龍雲電書畫話語讀講課網絡絲線織紡農開創幫黨員勞動職場養齡銀醫療藥衛無興劃計議導輔諮詢調維權與於為臺灣縣鎮鄉莊橋隊組級綠藍紅飛鷹鶴鳥魚蘭葉蘇浙寧蕪徽揚滬賢齊濟誠實現專營產經貿財資訊訓練輕馨顧問單雙處廳樓屆歲歷慶賽獎優質選舉辦綜藝術曆舊遠進運過還邊達遲適傳傷價億倉備廠廢彎彥從徵應態憂戲戰戶掃採換損搖擔據擴攝數斷時晉曉條楊構標樣機歡歸殘氣漢漁潔澤濱燈燒爾獨環療盡監盤礎種積穩窮筆節範築簡糧紀約級純細終給統絕繼續罷羅聞聲職聽脈腦膽臨舉艱莊葉蒼蓮薩虛號虧蟲術補裝裡製複規視覺觀計訂記許設診證評詞試詩該詳認誤說請論謝識譯讓豐貝負貢貧貨責貴買費賀賓賴贈贊趙趕車軍軟載輪輯輸轉農遞選遺鄧鄭鄰醬釋鈴針鐘鐵鑒鑽閃閉間閱闊隨險際陰陳陸隱難雜離電靈靜響頁頂項順須領頭題額顏類風養餘館駐駕騎驗體鬥鮮黃點齒',
    '妇儿会务区国华爱护团协业学师关怀亲发扬广东门乐荣义愿联圣阳长马凤龙云电书画话语读讲课网络丝线织纺农开创帮党员劳动职场养龄银医疗药卫无兴划计议导辅咨询调维权与于为台湾县镇乡庄桥队组级绿蓝红飞鹰鹤鸟鱼兰叶苏浙宁芜徽扬沪贤齐济诚实现专营产经贸财资讯训练轻馨顾问单双处厅楼届岁历庆赛奖优质选举办综艺术历旧远进运过还边达迟适传伤价亿仓备厂废弯彦从征应态忧戏战户扫采换损摇担据扩摄数断时晋晓条杨构标样机欢归残气汉渔洁泽滨灯烧尔独环疗尽监盘础种积稳穷笔节范筑简粮纪约级纯细终给统绝继续罢罗闻声职听脉脑胆临举艰庄叶苍莲萨虚号亏虫术补装里制复规视觉观计订记许设诊证评词试诗该详认误说请论谢识译让丰贝负贡贫货责贵买费贺宾赖赠赞赵赶车军软载轮辑输转农递选遗邓郑邻酱释铃针钟铁鉴钻闪闭间阅阔随险际阴陈陆隐难杂离电灵静响页顶项顺须领头题额颜类风养余馆驻驾骑验体斗鲜黄点齿',
  ),
].filter(([sign], at, all) => all.findIndex(([other]) => other === sign) === at);
