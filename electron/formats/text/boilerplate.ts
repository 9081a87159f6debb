/** A menu: three short words or more with signs between them. */
const menu = /^[^|›»·•\/\n]{1,24}(?:\s*[|›»·•]\s*[^|›»·•\n]{1,24}){2,}$/u;

/** Lines that close an article on a page of several; whatever follows them is the next one. */
const closing =
  /^[\s•·*|–—-]*(?:(?:published|posted|filed) (?:in|under)|veröffentlicht (?:in|unter)|publié (?:dans|sous)|publicado en|pubblicato in|categor(?:y|ies|ised|ized)(?: in| under| as)?\s*:?)\s+\S+(?:\s+\S+){0,3}$/iu;

const short: readonly RegExp[] = [
  closing,
  menu,
  /^sign in\b.{0,20}$/iu,
  /^(?:نشر|نشرت|منشور|التصنيف|الأقسام|المصدر)\s*(?:في)?\s*:/u,
  /^(?:اشترك|تابعونا|تابعنا|شارك|جميع الحقوق)\b/u,
  /^articles? by\s*:/iu,
  /^source\s*:/iu,
  /^(?:for|all) media (?:inquiries|enquiries|contact)/iu,
  /^(?:media |press )?contact\s*:/iu,
  /^(?:posted|published) by\s+\S+(?:\s+\S+){0,3}$/iu,
  /^(?:kategorie|rubrik|schlagworte|catégorie|rubrique|mots-clés|categoría|etiquetas)\s*:/iu,
  /^(?:newsletter abonnieren|mehr zum thema|weiterlesen|teilen|lire la suite|partager|s['’]abonner|leer más|compartir|اقرأ المزيد)\W*$/iu,
  /^back to (?:the )?top\b/iu,
  /^(?:scroll|return) to (?:the )?top\b/iu,
  /^subscribe\b/iu,
  /^sign up\b/iu,
  /^(?:follow|like|join|find) us (?:on|at)\b/iu,
  /^share(?: this| on| via|$)/iu,
  /^(?:tweet|print|e-?mail|comments?|reply|facebook|twitter|whatsapp|telegram)(?:\s*[|,/·]?\s*(?:tweet|print|e-?mail|comments?|share|facebook|twitter|whatsapp|telegram|pdf))*$/iu,
  /^(?:\d+|no|leave a|post a|add a|view all) comments?\b/iu,
  /^advert(?:isement|isment|ising)?\s*$/iu,
  /^(?:skip to (?:main )?content|menu|search|log ?in|home)\W*$/iu,
  /^(?:home|news|world)\s*[›»>/]/iu,
  /^(?:tags?|keywords?|topics?|filed under|categories)\s*:/iu,
  /^(?:©|\(c\)|copyright\b)/iu,
  /\ball rights reserved\b/iu,
  /^(?:most (?:read|popular|viewed)|trending|latest news|more news|load more|read more|show more|continue reading)\W*$/iu,
  /^(?:click here|continue reading|read more (?:about|from|on|at))\b.{0,60}$/iu,
  /^(?:download|get) (?:our|the) app\b/iu,
  /^(?:privacy policy|terms of (?:use|service)|cookie)/iu,
  /^(?:first|originally|this article (?:was|is)) (?:first |originally )?published\b/iu,
  /^this (?:article|story|report) (?:was|has been) (?:first |originally )?(?:published|produced|translated|updated)/iu,
  /^rss(?: feed)?$/iu,
  /^(?:next|previous) (?:article|story|post)\b/iu,
];
const long: readonly RegExp[] = [
  /^disclaimer\s*:/iu,
  /\bplease (?:consider )?(?:support|donat)/iu,
  /\b(?:paypal|patreon)\b.*\b(?:donat|support|help)|\b(?:donat|support|help)\w*\b.*\b(?:paypal|patreon)\b/iu,
  /\bcontains copyrighted material\b/iu,
  /\b(?:views|opinions) expressed (?:in|are|here)\b/iu,
  /\b(?:is paid for|funded) by (?:its|our) readers\b/iu,
  /\bcorrections?\s*:\s*\S+@/iu,
  /\[email(?:\s|\u00a0)protected\]/iu,
];

/** Whether a block is a page's own words by what it says, wherever it stands. Names no outlet. */
export function isBoilerplate(text: string): boolean {
  const line = text
    .trim()
    .slice(0, 1500)
    .replace(/[\u064b-\u0652]+/gu, '') // vowel signs
    .replace(/^[•·*]\s+/u, '');
  if (line.length <= 200 && short.some((pattern) => pattern.test(line))) return true;
  return long.some((pattern) => pattern.test(line));
}

/** "• Published in World": closes an article wherever it stands. */
export const isClosingLine = (text: string) => text.length <= 120 && closing.test(text.trim());

/** "RELATED: …", "Read also: …": a link to another article. */
export const isRelated = (text: string) => {
  const line = text.trim();
  if (line.length > 250 || (/[^.][.]$/u.test(line) && !/^[^.]{0,30}:/u.test(line))) return false;
  return /^(?:related\s*:|related (?:stories|articles|news|posts|coverage)\b|(?:read (?:more|also|next)|see also|also read)\b\s*:?\s*\S|also on\b|more on this\b|(?:watch|listen|don['’]t miss)\s*:|اقرأ أيضا|lesen sie auch|mehr dazu\s*:|lire aussi|à lire aussi|lea también|leggi anche)/iu.test(
    line,
  );
};

/** "Update: …", "UPDATE 18:30": added to an article after it first stood. */
export const isUpdate = (text: string) => /^\s*[[(]?update[sd]?\b\s*(?:[:–—-]|#?\d)/iu.test(text.slice(0, 60));

/** A picture's words: credited, or beginning as captions do. */
export const isCaption = (text: string) =>
  text.length <= 700 &&
  ((text.includes(':') &&
    /\b(?:photo(?:graph)?(?:er)?|foto|crédit photo|picture|image|credit|(?<=\S\s*)video)\s*(?:credit|by)?\s*:\s*\S/iu.test(
      text,
    )) ||
    /^\s*(?:file (?:photo|picture)|photo|image|صورة)\b\s*[:—–-]/iu.test(text) ||
    /(?:©|\(|\/|\|)\s*(?:AFP|Reuters|AP|EPA|Getty(?: Images)?|Shutterstock|Anadolu|Sputnik|SANA)\s*\)?\s*$/u.test(
      text,
    ));
