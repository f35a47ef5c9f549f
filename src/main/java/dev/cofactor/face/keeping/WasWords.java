// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.keeping;

import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of this room say; in English in {@code messages/was_en.properties}. */
@MessageBundle("was")
interface WasWords {
    String deleteName(String name);

    String delete();

    String thatIsNeitherTheName();

    String whatWillStop();

    String everyCodeOfIt();

    String theLastOneWentTo();

    String backupCodeThatNobodyHasHad(int left);

    String everySealedField();

    String thePath();

    String scriptsThatAskForItFind();

    String whatItsOtherOwner(int others);

    String itCanBeBroughtBack();

    String itsNameOrPathName();

    String type();

    String or();

    String keepIt();

    String deletedSecrets();

    String mySecrets();

    String itIsDeleted();

    String itIsBack();

    String secret();

    String untilWhen();

    String whatToDo();

    String bringBack();

    String elsewhere();

    String nothingHere();

    String whatYouMayDeleteLiesHere();

    String bringBackName(String name);

    String itCanBeBroughtBackUntil();

    String withItsFields();

    String folder();

    String whereItLay();

    String pathName();

    String optional();

    String anotherOneIfTheOneIt();

    String bringItBack();

    String leaveIt();

    String historyOfName(String name);

    String historyOf();

    String openIt();

    String seeds();

    String whatIsToldOfEach();

    String serves();

    String notProvedYet();

    String destroyed();

    String enteredBy();

    String provedBy();

    String ended();

    String noneWasEnteredYet();

    String whoCouldKnowASeed();

    String whoeverTypedOneOrHad();

    String formerHoldersUnknown();

    String nobodyItWasMadeHere();

    String typedIt(String how);

    String theOneInUse();

    String destroyedByNow();

    String nobodyNoneWasEnteredYet();

    String earlierValues();

    String theLastTenOfEachSealed();

    String sayWhyWhereAPolicyAsks();

    String reason();

    String ticket();

    String until();

    String cofactorCannotBeReached();

    String show();

    String thisValueOf(String name);

    String noneNoSealedFieldWasEver();

    String edit();
}
