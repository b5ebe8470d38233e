package org.jiujin.device.idcard;

import java.time.LocalDate;

/// What a card says about its holder.
///
/// Personal: [#toString()] shows the type only. Texts are as on the card without trailing blanks; a field that the card's
/// type does not have is empty.
///
/// @param name the name in Chinese characters; on foreigners' cards it may be empty
/// @param latinName the name in Latin letters; foreigners only
/// @param nationality three letters by ISO 3166; foreigners only
/// @param nation citizens only
/// @param address as printed on the card
/// @param newestAddress as added to the chip later; empty when there is none
/// @param number the number of the card's holder; opaque text on [Type#FOREIGNER_2017]
/// @param passNumber the travel permit's number; [Type#HMT] only
/// @param issuer the issuing authority; on [Type#FOREIGNER_2017] its code
/// @param fingerprints whether the chip carries any; they themselves are never kept
/// @since 0.1
public record IdentityCard(
    Type type,
    String name,
    String latinName,
    Sex sex,
    Nation nation,
    String nationality,
    LocalDate birth,
    String address,
    String newestAddress,
    String number,
    String passNumber,
    String issuer,
    Validity validity,
    CardPhoto photo,
    Fingerprints fingerprints) {
  /// The address that counts today: the newest one if the chip has it.
  public String currentAddress() {
    return newestAddress.isEmpty() ? address : newestAddress;
  }

  /// The name to show: Chinese if the card has it, Latin otherwise.
  public String displayName() {
    return name.isEmpty() ? latinName : name;
  }

  /// The first day of validity.
  public LocalDate validFrom() {
    return validity.from();
  }

  /// The last day of validity, [Validity#LONG_TERM] for 长期.
  public LocalDate validTo() {
    return validity.to();
  }

  /// The same card, with what is known about its fingerprints.
  public IdentityCard with(Fingerprints known) {
    return new IdentityCard(
        type,
        name,
        latinName,
        sex,
        nation,
        nationality,
        birth,
        address,
        newestAddress,
        number,
        passNumber,
        issuer,
        validity,
        photo,
        known);
  }

  /// Overwrites what can be overwritten, the photo; the texts go with the last reference to this record.
  public void wipe() {
    photo.wipe();
  }

  @Override
  public String toString() {
    return "IdentityCard[" + type + ", masked]";
  }

  /// The four kinds of card that share the chip.
  public enum Type {
    /// 居民身份证
    CITIZEN,
    /// 港澳台居民居住证
    HMT,
    /// 外国人永久居留身份证 of 2017
    FOREIGNER_2017,
    /// 外国人永久居留身份证 of 2023
    FOREIGNER_2023
  }

  /// Sex as coded by GB/T 2261.1.
  public enum Sex {
    UNKNOWN,
    MALE,
    FEMALE,
    UNSPECIFIED
  }

  /// Whether a chip carries fingerprints.
  public enum Fingerprints {
    NOT_ASKED,
    NONE,
    PRESENT
  }
}
