package dev.terroir.language;

import java.util.BitSet;

/**
 * Chinese, its simplified and its traditional characters, and Japanese without kana, told apart by
 * characters that only one of them uses.
 */
final class Han {

  private static final BitSet SIMPLIFIED =
      set(
          "这们说时过对还为么吗样让给谁边话请问间门开关见长东车书马鸟鱼语认识记计设许论证词译试课调谈谢买卖费"
              + "贵质资贸财货账购进远运违连选适迁钱银铁钟错锅键镇闻闭队阳阴际陆难电脑风飞饭馆饮饿骑验鸡龙亚产亲"
              + "伤优众传侧债储儿兴养农军冲决况净减几凤刘则刚创剂剧办务动励势华协卫压历发变叶启员响听围圆图团圣"
              + "场坏块坚坛处备复够头夹夺奋奖妇妈娱孙宁实审宪宽宾导寻寿尔层岁岛岗币师帅带帮广庄庆应庙废张弹归"
              + "录态总恶悬惊惯愿戏战执扩扫扬护报拟择挂挥据损换摄敌断无显晓术权极构标栏树档检楼欢欧毕汉汤测济浓"
              + "润涨渐湾灵灾炉热烦烧爱犹狮献现环疗疯监盖盘础确祸离种积称稳穷竞笔筑签简粮紧红约级纪纯纸线组细织"
              + "终经结绍络绝统继绩续维综绿编缘缩网罗罚职联聪肃胜脏脸艺节苏药获虑虽补装规视览觉订讨训议讯讲评诉"
              + "诗诚该详误诺谋谓负责败贝贫贴赛赢赞赵趋跃践踪轨转轮软轻较辆输辞辽达迟逻遗邮邻郑释针钢铜铺链销锁"
              + "镜阶随险雾顶项顺须顾顿预领频题颜额饰骂鲁鲜齐齿");

  private static final BitSet TRADITIONAL =
      set(
          "這們說對還會來國學麼嗎樣讓邊聽點體數寫發變實歲廣應當總戀戰據擔擇斷歸歷氣沒濟灣爾獨獻畫產畢盡稱竊"
              + "經繼續關雙鐵隨險靜顯餘驗鹽麥黨齊齒龍龜處號爐傳價兒兩區卻參單圖圍團壓壞聲夠寶屬廳彈從惡戲樂樓權"
              + "檢歡歐殘淺滿澤燒燈營獎禮穩綠縣聯聰臺與舊莊萬藝藥蟲裝覺覽觀觸譯證讀賣踐輕轉辭辦遲鄉醫釋錢隱雞靈"
              + "顏妳");

  private static final BitSet EITHER = set("你她很吧呢哪怎您咱啊找拿另嘛哦");

  private static final BitSet JAPANESE =
      set(
          "気図売読様円変対応発検権験総広転経済営県駅働込畑辻峠匂栃歩毎渋恵戦択沢払挙拡桜楽歓歳歴残浅涙渓満"
              + "滞焼犠猟獣瀬畳砕穂穏竜粋粛継続絵緑縁縄繊聴脳臓芸荘薬蔵訳証譲豊賛軽辺逓遅郷釈鉄銭鋳関陥隠険雑霊頼"
              + "顔駆騒髄黙齢亜仏仮価児両剤剣労勧勲単厳収叙団囲圧堕塁塩壱奥奨姫嬢実寝専将巣帯帰庁廃弐弾従徳悩惨"
              + "懐戯抜拠挿掲揺摂撃斉暁暦");

  private Han() {}

  private static BitSet set(String characters) {
    BitSet set = new BitSet();
    characters.chars().forEach(set::set);
    return set;
  }

  /**
   * Undetermined where there is none of those characters: 東京 is either.
   *
   * @param share of Chinese characters among all letters
   */
  static Language tell(CharSequence text, double share) {
    int simplified = 0;
    int traditional = 0;
    int either = 0;
    int japanese = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      simplified += SIMPLIFIED.get(c) ? 1 : 0;
      traditional += TRADITIONAL.get(c) ? 1 : 0;
      either += EITHER.get(c) ? 1 : 0;
      japanese += JAPANESE.get(c) ? 1 : 0;
    }
    if (japanese > simplified + traditional + either) {
      return new Language("ja", "HAN", share);
    }
    if (simplified + traditional + either == 0) {
      return new Language("", "HAN", 0);
    }
    return new Language("zh", script(simplified, traditional), share);
  }

  private static String script(int simplified, int traditional) {
    if (simplified == traditional) {
      return "HAN";
    }
    return simplified > traditional ? "HAN_SIMPLIFIED" : "HAN_TRADITIONAL";
  }
}
