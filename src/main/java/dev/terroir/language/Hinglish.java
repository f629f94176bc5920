package dev.terroir.language;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * Hindi in Latin letters, told by its function words, as people type them: nobody spells them alike
 * and no statistics know them well. Words that other languages have too count only beside some that
 * none has.
 */
final class Hinglish {

  private static final Set<String> STRONG =
      words(
          "hai hain hoon hun nahi nahin nhi kya kyaa kyon kyun kyu kaise kaisa kaisi kahan kaha"
              + " kidhar idhar udhar yahan yaha wahan waha mujhe mujhko tujhe tumhe tumhein humein"
              + " hamein hame mera meri tera teri tumhara tumhari tumhare hamara hamari hamare"
              + " humara uska uski uske iska iski iske unka unki unke inka inki inke apna apni apne"
              + " aapka aapki aapke aapko kuch kuchh kitna kitne kitni kaun kaunsa kaunsi chahiye"
              + " chahie chaiye karna karne karta karti karte karke karke kiya kiye karo karoon"
              + " karun karunga karenge karega karegi hoga hogi honge hota hoti hote hua hui hue"
              + " raha rahi rahe tha thi bhi abhi kabhi sirf lekin magar kyunki kyonki agar phir"
              + " fir warna isliye jaise waise bahut bohot bahot thoda thodi zyada jyada accha acha"
              + " achha achi acche theek thik sakta sakti sakte sakoon milega milegi milta milti"
              + " batao bataiye bataye dijiye kijiye deejiye chahta chahti wala wali wale walo jab"
              + " tab aur unhe usse isse jisse kisi kisne kisko jo jiska bhai yaar matlab samajh"
              + " gaya gayi gaye aaya aayi diya liya liye dena lena jana jaana aana wapas paani"
              + " pani paisa paise ghar kaam baat din roz subah shaam kal aaj");

  private static final Set<String> WEAK =
      words(
          "ka ki ke ko se mein me main par pe ho hu to toh na ya aap tum hum ye yeh wo woh is us in"
              + " un ek do sab koi kar le de lo log mat tak ab tho ji haan ha bas hi wahi yahi sath"
              + " saath");

  /** Of the strong ones, those that some other language has too. */
  private static final Set<String> SHARED =
      words(
          "hue hun fir jab tab jo kal din hui roz raha rahe tha thi karo karta karte karne hai pani"
              + " jana gaya tera meri mera dena lena liya iska diya wale wali hame tab kaha waha"
              + " yaha kuch kaun kaam wala paise achi acha abhi aur");

  private static final int LONGEST_WORD = 12;

  private Hinglish() {}

  private static Set<String> words(String words) {
    return Set.copyOf(Arrays.asList(words.split(" +", -1)));
  }

  /** Whether {@code text} is Hindi in Latin letters. */
  static boolean isSpokenIn(CharSequence text) {
    int words = 0;
    int own = 0;
    int known = 0;
    int at = 0;
    while (at < text.length()) {
      int after = afterWord(text, at);
      if (after > at) {
        words++;
        String word = word(text, at, after);
        boolean isStrong = STRONG.contains(word);
        own += isStrong && !SHARED.contains(word) ? 1 : 0;
        known += isStrong || WEAK.contains(word) ? 1 : 0;
      }
      at = Math.max(after, at + 1);
    }
    return own >= 1 && known >= 2 && known * 3 >= words;
  }

  private static int afterWord(CharSequence text, int at) {
    int after = at;
    while (after < text.length() && Character.isLetter(text.charAt(after))) {
      after++;
    }
    return after;
  }

  private static String word(CharSequence text, int at, int after) {
    return after - at > LONGEST_WORD
        ? ""
        : text.subSequence(at, after).toString().toLowerCase(Locale.ROOT);
  }
}
