package dev.terroir.provider.simulator;

import java.util.Map;

/** What the simulator says, by language: model, host and place are filled in. */
final class Phrases {

  private static final String ENGLISH =
      "[simulated] This answer is made up: no model was called. The policies chose %s at %s (%s).";

  private static final Map<String, String> PHRASES =
      Map.ofEntries(
          Map.entry(
              "de",
              "[simuliert] Diese Antwort ist erfunden: es wurde kein Modell gerufen. Die Regeln"
                  + " wählten %s bei %s (%s)."),
          Map.entry(
              "fr",
              "[simulé] Cette réponse est inventée : aucun modèle n'a été appelé. Les règles ont"
                  + " choisi %s chez %s (%s)."),
          Map.entry(
              "es",
              "[simulado] Esta respuesta es inventada: no se llamó a ningún modelo. Las reglas"
                  + " eligieron %s en %s (%s)."),
          Map.entry(
              "it",
              "[simulato] Questa risposta è inventata: nessun modello è stato chiamato. Le regole"
                  + " hanno scelto %s presso %s (%s)."),
          Map.entry(
              "pt",
              "[simulado] Esta resposta é inventada: nenhum modelo foi chamado. As regras"
                  + " escolheram %s em %s (%s)."),
          Map.entry(
              "hi",
              "[अनुकरण] यह उत्तर बनाया हुआ है: कोई मॉडल नहीं बुलाया गया। नियमों ने %s को %s (%s) पर"
                  + " चुना।"),
          Map.entry(
              "ta",
              "[பாவனை] இந்தப் பதில் புனையப்பட்டது: எந்த மாதிரியும் அழைக்கப்படவில்லை. விதிகள்"
                  + " தேர்ந்தவை: %s, %s (%s)."),
          Map.entry(
              "bn", "[অনুকরণ] এই উত্তর বানানো: কোনো মডেল ডাকা হয়নি। নিয়ম বেছেছে %s, %s (%s)।"),
          Map.entry("ja", "[シミュレーション] この回答は作られたもので、モデルは呼び出されていません。規則は %s を %s (%s) で選びました。"),
          Map.entry("zh", "[模拟] 此回答为虚构：没有调用任何模型。规则选择了 %s，位于 %s（%s）。"),
          Map.entry("ko", "[시뮬레이션] 이 답변은 지어낸 것이며 모델은 호출되지 않았습니다. 규칙이 고른 것: %s, %s (%s)."),
          Map.entry(
              "sw",
              "[uigaji] Jibu hili ni la kubuni: hakuna modeli iliyoitwa. Kanuni zilichagua %s kwa"
                  + " %s (%s)."),
          Map.entry(
              "ar",
              "[محاكاة] هذا الجواب مصطنع: لم يُستدعَ أي نموذج. اختارت القواعد %s لدى %s (%s)."));

  private Phrases() {}

  static String in(String language) {
    return PHRASES.getOrDefault(language, ENGLISH);
  }
}
