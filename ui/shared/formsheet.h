// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plan/sheetcontext.h"
#include "ui/shared/fieldproblems.h"
#include "ui/shared/sheet.h"

class QLabel;
class QPushButton;

namespace falconer {

class Banner;
class FormField;
class SheetHead;

// A sheet that is filled in and sent: fields below each other, a banner for what concerns none of
// them, the button that says what it does. What was typed stays until the server took it. On a
// production profile Cancel is the default, else the deed.
class FormSheet : public Sheet {
    Q_OBJECT

public:
    // While something is sent it stays: what was sent may have happened, and is told and written
    // down once it is answered.
    void reject() override;
    bool isAtWork() const override { return m_isSending; }

signals:
    // Closed after something was sent: what is shown of the server may be out of date.
    void written();

protected:
    FormSheet(const SheetContext &context, QWidget *window);

    void setTitle(const QString &title);
    // keep: "Cancel" unless another word fits better.
    void setButtons(const QString &deed, const QString &keep = {});
    QPushButton &deedButton() const { return *m_do; }
    Banner &banner() const { return *m_banner; }
    const SheetContext &context() const { return m_context; }

    // name: the server's name of the field, for its refusals.
    FormField *addField(const QString &label, QWidget *field, const QString &name = {});
    void addPart(QWidget *part);     // anything else, below what is there
    void addWidePart(QWidget *part); // below all fields, which come first, from edge to edge

    void setDangerous(); // nothing brings it back: keeping is the default
    // The deed cannot be done (yet): why, as tooltip and beside the buttons. Empty: it can.
    void setObstacle(const QString &why);

    // The deed: check, send, then refuse() or succeed().
    virtual void submit() = 0;
    void beginSending(const QString &whatHappens); // "Creating..."
    // Sending again is possible; the error beside the fields it concerns, else in the banner.
    void refuse(const Error &error);
    // The same for what only the sheet knows to say. nothing: in the banner.
    void refuse(FormField *field, const QString &sentence);
    void endSending();
    void succeed(); // closes

    bool isSending() const { return m_isSending; }

private:
    bool keepsByDefault() const;
    void build();
    void start();
    void updateButtons();

    SheetContext m_context;
    FieldMap m_fields;
    SheetHead *m_head;
    Banner *m_banner;
    QVBoxLayout *m_around;
    QWidget *m_form;
    QWidget *m_lastField = nullptr; // Tab goes through them as they were added
    QLabel *m_note;
    QPushButton *m_keep;
    QPushButton *m_do;
    QString m_obstacle;
    bool m_isSending = false;
    bool m_wasSent = false;
    bool m_isDangerous = false;
};

} // namespace falconer
