import { PDFDocument, PDFName, PDFString, StandardFonts } from '@cantoo/pdf-lib';
import JSZip from 'jszip';

/** The smallest picture there is, so that a programme still opens it. */
const TINY_JPEG = Buffer.from('/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AN//Z', 'base64');
const TINY_PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

const segment = (marker: number, body: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};

/** A photograph turned by a quarter, with a name in EXIF, XMP, IPTC, a comment, and behind its end. */
export function aPhotograph(name: string): Buffer {
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010006000000000000', 'hex');
  const exif = segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from(name)]));
  const xmp = segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0<dc:creator>${name}</dc:creator>`));
  const iptc = segment(0xed, Buffer.from(`Photoshop 3.0\0${name}`));
  return Buffer.concat([TINY_JPEG.subarray(0, 2), exif, xmp, iptc, segment(0xfe, Buffer.from(name)), TINY_JPEG.subarray(2), Buffer.from(name)]);
}

/** A picture with a name in its chunks of text, and behind its end. */
export function aPicture(name: string): Buffer {
  const chunk = (kind: string, body: string) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(Buffer.byteLength(body));
    return Buffer.concat([length, Buffer.from(kind, 'latin1'), Buffer.from(body), Buffer.alloc(4)]);
  };
  const head = 8 + 25;
  return Buffer.concat([TINY_PNG.subarray(0, head), chunk('tEXt', `Author\0${name}`), chunk('iTXt', `XML:com.adobe.xmp\0\0\0\0\0${name}`), TINY_PNG.subarray(head), Buffer.from(name)]);
}

/** A page that says `body`, with a name in every property of the file, in a remark, in an attached file and in a photograph. */
export async function aPdf(name: string, body: string, pictured = true): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([400, 300]);
  page.drawText(body, { x: 20, y: 200, size: 14, font: await pdf.embedFont(StandardFonts.Helvetica) });
  if (pictured) page.drawImage(await pdf.embedJpg(aPhotograph(name)), { x: 10, y: 10, width: 10, height: 10 });
  for (const set of ['setTitle', 'setAuthor', 'setSubject', 'setCreator', 'setProducer'] as const) pdf[set](name);
  pdf.setKeywords([name]);
  const xmp = pdf.context.register(pdf.context.stream(Buffer.from(`<x:xmpmeta><dc:creator>${name}</dc:creator></x:xmpmeta>`), { Type: 'Metadata', Subtype: 'XML' }));
  pdf.catalog.set(PDFName.of('Metadata'), xmp);
  await pdf.attach(Buffer.from(name), 'list.txt', { description: name });
  const remark = pdf.context.obj({ Type: 'Annot', Subtype: 'Text', Rect: [0, 0, 20, 20], Contents: PDFString.of('looks good'), T: PDFString.of(name), NM: PDFString.of(name) });
  page.node.set(PDFName.of('Annots'), pdf.context.obj([pdf.context.register(remark)]));
  return Buffer.from(await pdf.save({ useObjectStreams: false }));
}

const CORE = (name: string) => `<?xml version="1.0"?><cp:coreProperties xmlns:cp="a" xmlns:dc="b"><dc:title>${name}</dc:title><dc:creator>${name}</dc:creator><cp:lastModifiedBy>${name}</cp:lastModifiedBy></cp:coreProperties>`;
const APP = (name: string) => `<?xml version="1.0"?><Properties xmlns="c"><Company>${name}</Company><Manager>${name}</Manager></Properties>`;
const CUSTOM = (name: string) => `<?xml version="1.0"?><Properties xmlns="d"><property name="unit"><vt:lpwstr xmlns:vt="e">${name}</vt:lpwstr></property></Properties>`;
const TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="jpeg" ContentType="image/jpeg"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/customXml/itemProps1.xml" ContentType="x"/></Types>';

const packed = (parts: Record<string, string | Buffer>): Promise<Buffer> => {
  const zip = new JSZip();
  for (const [name, content] of Object.entries(parts)) zip.file(name, content);
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
};

/** A document that says `body`, cut into two runs, with a name in its properties, its remarks, its tracked changes, its paths and its picture. */
export const aDocx = (name: string, body: string, pictured = true): Promise<Buffer> => packed({
  '[Content_Types].xml': TYPES,
  '_rels/.rels': '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="r9" Type="thumb" Target="docProps/thumbnail.jpeg"/></Relationships>',
  'docProps/core.xml': CORE(name), 'docProps/app.xml': APP(name), 'docProps/custom.xml': CUSTOM(name), 'docProps/thumbnail.jpeg': aPhotograph(name),
  'customXml/item1.xml': `<root><unit>${name}</unit></root>`,
  'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="w"><w:body><w:p><w:ins w:id="1" w:author="${name}"><w:r><w:t>${body.slice(0, 3)}</w:t></w:r><w:r><w:t>${body.slice(3)}</w:t></w:r></w:ins></w:p></w:body></w:document>`,
  'word/comments.xml': `<w:comments xmlns:w="w"><w:comment w:id="1" w:author="${name}" w:initials='${name}'><w:p><w:r><w:t>ok</w:t></w:r></w:p></w:comment></w:comments>`,
  'word/people.xml': `<w15:people xmlns:w15="p"><w15:person w15:author="${name}"><w15:presenceInfo w15:providerId="AD" w15:userId="${name}"/></w15:person></w15:people>`,
  'word/settings.xml': `<w:settings xmlns:w="w"><w:docVars><w:docVar w:name="unit" w:val="${name}"/></w:docVars></w:settings>`,
  'word/_rels/settings.xml.rels': `<Relationships xmlns="r"><Relationship Id="r1" Type="t" Target="file:///C:\\Users\\${name}\\Normal.dotm" TargetMode="External"/></Relationships>`,
  ...(pictured ? { 'word/media/image1.jpeg': aPhotograph(name) } : {}),
});

/** A workbook with a cell that says `body`, and a name in its properties, its remarks, its threads and the path it was saved under. */
export const anXlsx = (name: string, body: string): Promise<Buffer> => packed({
  '[Content_Types].xml': TYPES.replace('/word/document.xml', '/xl/workbook.xml').replace('wordprocessingml.document.main', 'spreadsheetml.sheet.main'),
  '_rels/.rels': '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  'docProps/core.xml': CORE(name), 'docProps/app.xml': APP(name),
  'xl/workbook.xml': `<workbook xmlns="x"><fileSharing userName="${name}"/><x15ac:absPath xmlns:x15ac="y" url="C:\\Users\\${name}\\"/><sheets><sheet name="1" sheetId="1"/></sheets></workbook>`,
  'xl/worksheets/sheet1.xml': `<worksheet xmlns="x"><sheetData><row><c t="inlineStr"><is><t>${body}</t></is></c></row></sheetData></worksheet>`,
  'xl/comments1.xml': `<comments xmlns="x"><authors><author>${name}</author></authors><commentList><comment ref="A1" authorId="0"><text><t>ok</t></text></comment></commentList></comments>`,
  'xl/persons/person.xml': `<personList xmlns="x"><person displayName="${name}" id="{1}" userId="${name}" providerId="AD"/></personList>`,
});
